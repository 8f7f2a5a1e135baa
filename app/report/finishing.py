"""What makes drawn pages a file: the tree of tags, its metadata, bookmarks, attachments, a password.

PDF/UA-1 (ISO 14289-1), and PDF/A-3a (ISO 19005-3) where there is no password. The same input gives the same
bytes: nothing here asks the time, and the file's identifier is worked out from its content.
"""

import io
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from app import __version__
from app.report.pages import Bookmark, Laid
from app.report.tagging import Element, LinkArea, Mark, Pen

BOOKMARKS_FROM = 4  # pages: bookmarks are shown beside the pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Data that travels inside the file (document.md 10.3)."""

    name: str
    data: bytes
    media_type: str
    described: str


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the file says about itself."""

    title: str
    name: str
    language: str
    day: date
    password: str = ""
    attachments: tuple[Attachment, ...] = ()


def finish(drawn: bytes, pen: Pen, laid: Laid, about: About) -> bytes:
    """Put the tags and everything else into the drawn pages."""
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _Tree(pdf, pen, laid).build()
        _bookmarks(pdf, laid.bookmarks)
        _say_about(pdf, about, pages=len(laid.pages))
        _attach(pdf, about)
        return _saved(pdf, about.password)


class _Tree:
    """The structure tree of a file, and the way back from the pages to it."""

    def __init__(self, pdf: pikepdf.Pdf, pen: Pen, laid: Laid) -> None:
        self._pdf = pdf
        self._pen = pen
        self._anchors = laid.anchors
        self._pages = {number: page.obj for number, page in enumerate(pdf.pages, 1)}
        self._marked: dict[int, dict[int, pikepdf.Object]] = {}
        self._links: dict[int, list[LinkArea]] = {}
        self._pressed: list[tuple[pikepdf.Object, pikepdf.Object]] = []

    def build(self) -> None:
        """Write the tree, the annotations of its links and the table of parents."""
        for link in self._pen.links:
            self._links.setdefault(id(link.element), []).append(link)
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(self._pen.root, root)])
        self._parents(root)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """One element with everything under it."""
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent))
        for key, text in (
            ("/Alt", element.alt),
            ("/ActualText", element.actual_text),
            ("/Lang", element.language),
        ):
            if text:
                made[key] = String(text)
        attributes = _attributes(element)
        if attributes is not None:
            made.A = attributes
        kids = [self._kid(kid, made) for kid in element.kids]
        kids += [self._pressable(link, made) for link in self._links.get(id(element), ())]
        made.K = Array(kids)
        return made

    def _kid(self, kid: Element | Mark, made: pikepdf.Object) -> pikepdf.Object | int:
        if isinstance(kid, Element):
            return self._element(kid, made)
        self._marked.setdefault(kid.page, {})[kid.number] = made
        page = self._pages[kid.page]
        if "/Pg" not in made:
            made.Pg = page
        if made.Pg.objgen == page.objgen:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)

    def _pressable(self, link: LinkArea, made: pikepdf.Object) -> pikepdf.Object:
        """The annotation of a link, and the reference to it."""
        page = self._pages[link.page]
        target, top = self._anchors[link.anchor]
        note = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array(_rounded(link.box)),
                Border=Array([0, 0, 0]),
                F=4,
                Contents=String(link.says),
                Dest=Array([self._pages[target], Name.XYZ, None, round(top, 2), None]),
            )
        )
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(note)
        page.Tabs = Name.S
        self._pressed.append((note, made))
        return Dictionary(Type=Name.OBJR, Obj=note, Pg=page)

    def _parents(self, root: pikepdf.Object) -> None:
        """From the marks of a page, and from an annotation, back to the element (ISO 32000-1, 14.7.4.4)."""
        numbers = Array()
        key = 0
        for number, page in self._pages.items():
            marked = self._marked.get(number, {})
            page.StructParents = key
            owners = [marked[each] for each in sorted(marked)]
            numbers.append(key)
            numbers.append(self._pdf.make_indirect(Array(owners)))
            key += 1
        for note, made in self._pressed:
            note.StructParent = key
            numbers.append(key)
            numbers.append(made)
            key += 1
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = key


def _attributes(element: Element) -> pikepdf.Object | None:
    if element.kind == "Figure" and element.box is not None:
        return Dictionary(O=Name.Layout, BBox=Array(_rounded(element.box)), Placement=Name.Block)
    if element.kind == "L":
        return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if not element.scope and element.columns == 1:
        return None
    attributes = Dictionary(O=Name.Table)
    if element.scope:
        attributes.Scope = Name(f"/{element.scope}")
    if element.columns > 1:
        attributes.ColSpan = element.columns
    return attributes


def _rounded(box: tuple[float, ...]) -> list[float]:
    return [round(number, 2) for number in box]


def _bookmarks(pdf: pikepdf.Pdf, bookmarks: tuple[Bookmark, ...]) -> None:
    """The table of contents beside the pages; children stand under the last one of less depth."""
    with pdf.open_outline() as outline:
        for bookmark in bookmarks:
            item = pikepdf.OutlineItem(
                bookmark.words, bookmark.page - 1, pikepdf.PageLocation.XYZ, top=round(bookmark.top, 2)
            )
            nested = bookmark.depth and outline.root
            (outline.root[-1].children if nested else outline.root).append(item)


def _say_about(pdf: pikepdf.Pdf, about: About, *, pages: int) -> None:
    """Title, language, date and how the file opens. XMP is the only place it stands, so nothing disagrees."""
    root = pdf.Root
    root.Lang = String(about.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines if pages >= BOOKMARKS_FROM else Name.UseNone
    root.OpenAction = Array([pdf.pages[0].obj, Name.FitH, None])
    root.Metadata = pdf.make_stream(_metadata(about).encode())
    root.Metadata.Type, root.Metadata.Subtype = Name.Metadata, Name.XML
    if not about.password:
        profile = pdf.make_stream(_srgb())
        profile.N = 3
        root.OutputIntents = Array(
            [
                Dictionary(
                    Type=Name.OutputIntent,
                    S=Name.GTS_PDFA1,
                    OutputConditionIdentifier=String("sRGB"),
                    Info=String("sRGB"),
                    DestOutputProfile=profile,
                )
            ]
        )
    if "/Info" in pdf.trailer:
        del pdf.trailer.Info


def _srgb() -> bytes:
    """The profile the colours are meant in; its own date is taken out, for the same bytes every time."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return data[:24] + bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]) + data[36:]


def _metadata(about: About) -> str:
    """The XMP packet. PDF/A asks for a description of the PDF/UA entry (ISO 19005-3, 6.6.2.3)."""
    archive = (
        "" if about.password else "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    )
    at = f"{about.day.isoformat()}T12:00:00Z"
    producer = f"Told Once {__version__}"
    return _XMP.format(
        title=escape(about.title),
        name=escape(about.name),
        language=escape(about.language),
        at=at,
        producer=escape(producer),
        archive=archive,
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>{archive}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of PDF/UA the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _attach(pdf: pikepdf.Pdf, about: About) -> None:
    at = f"D:{about.day:%Y%m%d}120000Z"
    for each in about.attachments:
        pdf.attachments[each.name] = pikepdf.AttachedFileSpec(
            pdf,
            each.data,
            filename=each.name,
            mime_type=each.media_type,
            description=each.described,
            creation_date=at,
            mod_date=at,
        )
        pdf.attachments[each.name].relationship = Name.Data
    if about.attachments:
        pdf.Root.AF = Array([pdf.attachments[each.name].obj for each in about.attachments])


def _saved(pdf: pikepdf.Pdf, password: str) -> bytes:
    """The file's bytes. A password makes them differ each time, by design of the encryption."""
    target = io.BytesIO()
    allowed = pikepdf.Permissions(accessibility=True, extract=True)
    pdf.save(
        target,
        encryption=pikepdf.Encryption(user=password, owner=password, R=6, allow=allowed)
        if password
        else False,
        deterministic_id=not password,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        min_version="1.7",
    )
    return target.getvalue()
