; Inno Setup 6, from the one-folder build:  iscc /DVersion=0.1.0 packaging\windows\told-once.iss
; Installs for one person, without administrator rights. Uninstalling leaves journals where they are.
#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif

[Setup]
AppId={{6F0E8C52-9C0E-4B1B-8E4D-2B8A1A2C7F31}
AppName=Told Once
AppVersion={#Version}
DefaultDirName={autopf}\Told Once
DefaultGroupName=Told Once
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=told-once-{#Version}-setup
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
UninstallDisplayIcon={app}\told-once.exe

[Files]
Source: "..\..\dist\told-once\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\Told Once"; Filename: "{app}\told-once.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.toldonce"; ValueType: string; ValueData: "ToldOnce.Journal"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ToldOnce.Journal"; ValueType: string; ValueData: "Told Once journal"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\ToldOnce.Journal\shell\open\command"; ValueType: string; ValueData: """{app}\told-once.exe"" ""%1"""

[Run]
Filename: "{app}\told-once-cli.exe"; Parameters: "--self-test"; Flags: runhidden; StatusMsg: "Trying it out ..."
Filename: "{app}\told-once.exe"; Description: "Open Told Once"; Flags: postinstall nowait skipifsilent
