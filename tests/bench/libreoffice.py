"""LibreOffice: the content of a paper as a flat OpenDocument text, for `soffice --convert-to pdf`. It is a program and no
library: `each` is what one more file costs in a process that is already running."""

from html import escape

ENDING = ".fodt"
NAMES = "office:urn:oasis:names:tc:opendocument:xmlns:office:1.0 style:urn:oasis:names:tc:opendocument:xmlns:style:1.0 " \
    "text:urn:oasis:names:tc:opendocument:xmlns:text:1.0 table:urn:oasis:names:tc:opendocument:xmlns:table:1.0 " \
    "fo:urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0 svg:urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0 " \
    "dc:http://purl.org/dc/elements/1.1/ meta:urn:oasis:names:tc:opendocument:xmlns:meta:1.0 " \
    "xlink:http://www.w3.org/1999/xlink"
FONTS = {"title": ("Liberation Serif", "Noto Serif SC", "bold"), "hei": ("Noto Sans SC Medium", "Noto Sans SC Medium", "normal")}
ALIGN = {"justify": "justify", "left": "start", "centre": "center", "right": "end"}


class Styles:
    """Automatic styles, each kept once."""

    def __init__(self):
        self.known = {}

    def name(self, family, body, attributes=""):
        key = (family, body, attributes)
        if key not in self.known:
            self.known[key] = f"{family[0]}{len(self.known)}"
        return self.known[key]

    def xml(self):
        return "".join(
            f'<style:style style:name="{name}" style:family="{family}"{attributes}>{body}</style:style>'
            for (family, body, attributes), name in self.known.items()
        )


def text_properties(face, size, colour=None):
    western, asian, weight = FONTS.get(face, ("Liberation Serif", "Noto Serif SC", "normal"))
    ink = f' fo:color="{colour}"' if colour else ""
    return (
        f'<style:text-properties fo:font-family="{western}" style:font-family-asian="{asian}" fo:font-weight="{weight}" '
        f'style:font-weight-asian="{weight}" fo:font-size="{size}pt" style:font-size-asian="{size}pt"{ink} '
        f'fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>'
    )


def para(p, styles, marks, fresh=False):
    first = p["spans"][0]
    page = ' fo:break-before="page"' if fresh else ""
    keep = ' fo:keep-with-next="always"' if p["keep"] else ""
    style = styles.name(
        "paragraph",
        f'<style:paragraph-properties fo:text-align="{ALIGN[p["align"]]}" fo:line-height="{p["pitch"]}pt" '
        f'fo:text-indent="{p["first"]}pt" fo:margin-left="{p["left"]}pt" fo:margin-right="{p["right"]}pt" '
        f'fo:margin-top="{p["before"]}pt" fo:margin-bottom="{p["after"]}pt" fo:orphans="2" fo:widows="2" '
        f'style:punctuation-wrap="hanging"{page}{keep}/>' + text_properties(first["face"], first["size"]),
    )
    inner = ""
    for span in p["spans"]:
        words = escape(span["text"])
        if span["face"] != first["face"]:
            words = f'<text:span text:style-name="{styles.name("text", text_properties(span["face"], span["size"]))}">{words}</text:span>'
        inner += words
    if not p.get("outline"):
        return f'<text:p text:style-name="{style}">{inner}</text:p>'
    mark = p["outline"]
    marks.append(mark["title"])
    key = f"m{len(marks)}"
    return (
        f'<text:h text:style-name="{style}" text:outline-level="{mark["level"]}"><text:bookmark-start text:name="{key}"/>{inner}'
        f'<text:bookmark-end text:name="{key}"/></text:h>'
    )


def table(t, styles, marks):
    columns = "".join(
        f'<table:table-column table:style-name="{styles.name("table-column", _width(w))}"/>' for w in t["widths"]
    )
    rows = []
    for row in t["rows"]:
        look = styles.name("table-row", f'<style:table-row-properties style:min-row-height="{row["height"]}pt" fo:keep-together="always"/>')
        cells = ""
        for cell in row["cells"]:
            shade = ' fo:background-color="#f1f1f1"' if cell["shade"] else ""
            box = styles.name(
                "table-cell",
                f'<style:table-cell-properties fo:padding="{t["pad"]}pt" fo:border="0.5pt solid #000000" style:vertical-align="middle"{shade}/>',
            )
            cells += f'<table:table-cell table:style-name="{box}" table:number-columns-spanned="{cell["cols"]}">'
            cells += "".join(para(p, styles, marks) for p in cell["paras"]) + "</table:table-cell>"
            cells += "<table:covered-table-cell/>" * (cell["cols"] - 1)
        rows.append(f'<table:table-row table:style-name="{look}">{cells}</table:table-row>')
    heads, body = "".join(rows[: t["heads"]]), "".join(rows[t["heads"] :])
    look = styles.name(
        "table",
        f'<style:table-properties style:width="{sum(t["widths"])}pt" table:align="left" fo:margin-top="{t["before"]}pt" '
        f'fo:margin-bottom="{t["after"]}pt" table:border-model="collapsing"/>',
    )
    return f'<table:table table:style-name="{look}">{columns}<table:table-header-rows>{heads}</table:table-header-rows>{body}</table:table>'


def _width(width):
    return f'<style:table-column-properties style:column-width="{width}pt"/>'


def rule(styles, thick, space):
    """The rules reach over the type area on both sides, as in the original."""
    look = styles.name(
        "paragraph",
        f'<style:paragraph-properties fo:line-height="1pt" fo:margin-left="-8mm" fo:margin-right="-6mm" fo:margin-top="{space}pt" '
        f'fo:border-top="{thick}pt solid #cc0a0f"/>' + text_properties("song", 1),
    )
    return f'<text:p text:style-name="{look}"/>'


def head(h, styles):
    size = h["size"] * 0.98  # a hair less: it breaks a line that fits exactly
    name = styles.name(
        "paragraph",
        f'<style:paragraph-properties fo:text-align="center" fo:line-height="{size}pt" fo:margin-left="-8mm" fo:margin-right="-6mm"/>'
        + text_properties("title", size, "#cc0a0f"),
    )
    number = styles.name(
        "paragraph",
        '<style:paragraph-properties fo:text-align="end" fo:line-height="29pt" fo:margin-bottom="58pt"/>' + text_properties("song", 16),
    )
    return (
        f'<text:p text:style-name="{name}">{escape(h["text"])}</text:p>{rule(styles, 2.2, 4)}{rule(styles, 0.7, 1)}'
        f'<text:p text:style-name="{number}">{escape(h["number"])}</text:p>'
    )


def source(content, path):
    styles, marks, out, fresh = Styles(), [], [], False
    space = lambda height: styles.name(
        "paragraph", f'<style:paragraph-properties fo:line-height="{height}pt"/>' + text_properties("song", 1)
    )
    if content["head"]:
        out.append(head(content["head"], styles))
    for piece in content["pieces"]:
        kind = piece["piece"]
        if kind == "para":
            out.append(para(piece, styles, marks, fresh))
            fresh = False
        elif kind == "table":
            out.append(table(piece, styles, marks))
        elif kind == "space":
            out.append(f'<text:p text:style-name="{space(piece["height"])}"/>')
        elif kind == "page":
            fresh = True
        elif kind == "contents":
            out.append(piece)
    body = "".join(o if isinstance(o, str) else contents(o, marks, styles) for o in out)
    foot = styles.name("paragraph", '<style:paragraph-properties fo:text-align="end" fo:margin-right="14pt"/>' + text_properties("song", 14))
    names = " ".join(f'xmlns:{n.split(":", 1)[0]}="{n.split(":", 1)[1]}"' for n in NAMES.split())
    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>{escape(content["title"])}</dc:title>'
        f'<meta:initial-creator>{escape(content["author"])}</meta:initial-creator></office:meta>'
        f"<office:automatic-styles>{styles.xml()}"
        f'<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" '
        f'fo:margin-left="28mm" fo:margin-right="26mm" fo:margin-top="{"30mm" if content["head"] else "37mm"}" fo:margin-bottom="20mm"/>'
        f'<style:footer-style><style:header-footer-properties fo:min-height="15mm" fo:margin-top="7mm"/></style:footer-style></style:page-layout>'
        f"</office:automatic-styles><office:master-styles>"
        f'<style:master-page style:name="Standard" style:page-layout-name="a4"><style:footer><text:p text:style-name="{foot}">— '
        f'<text:page-number/> —</text:p></style:footer></style:master-page></office:master-styles>'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def contents(piece, marks, styles):
    look = styles.name(
        "paragraph",
        f'<style:paragraph-properties fo:line-height="{piece["pitch"]}pt"><style:tab-stops><style:tab-stop style:position="156mm" '
        'style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>'
        + text_properties("song", piece["size"]),
    )
    return "".join(
        f'<text:p text:style-name="{look}">{escape(m)}<text:tab/><text:bookmark-ref text:reference-format="page" '
        f'text:ref-name="m{i + 1}">0</text:bookmark-ref></text:p>'
        for i, m in enumerate(marks)
    )
