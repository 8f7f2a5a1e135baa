#!/usr/bin/env bash
# Makes an AppImage from the one-folder build. Needs `appimagetool` on the PATH; reaches no network itself.
set -eu
cd "$(dirname "$0")/../.."
test -x dist/told-once/told-once || { echo "First: python3 packaging/dev.py build" >&2; exit 1; }
command -v appimagetool >/dev/null || { echo "appimagetool is not installed." >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
id=org.toldonce.ToldOnce
mkdir -p "$folder/usr/lib" "$folder/usr/share/mime/packages"
cp -a dist/told-once "$folder/usr/lib/told-once"
cp "packaging/linux/$id.desktop" "$folder/$id.desktop"
cp "packaging/linux/$id.xml" "$folder/usr/share/mime/packages/"
cp resources/told-once.svg "$folder/$id.svg"
printf '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/usr/lib/told-once/told-once" "$@"\n' > "$folder/AppRun"
chmod +x "$folder/AppRun"
appimagetool "$folder" "dist/told-once-$(uname -m).AppImage"
