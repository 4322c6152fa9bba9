"""WeasyPrint: the content of a paper as HTML and CSS. Fonts come through fontconfig, whose file the bench writes."""

from html import escape

import weasyprint

ENDING = ".html"
FAMILIES = {
    "title": "font-family: 'Liberation Serif', 'Noto Serif SC'; font-weight: 700",
    "hei": "font-family: 'Noto Sans SC'; font-weight: 500",
}
CSS = """
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-right { content: '— ' counter(page) ' —'; font: 14pt 'Noto Serif SC' } }
body { margin: 0; font-family: 'Liberation Serif', 'Noto Serif SC'; }
p { margin: 0; orphans: 2; widows: 2 }
tr { break-inside: avoid }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
td, th { border: 0.5pt solid black; vertical-align: middle; font-weight: inherit }
.shade { background: #f1f1f1 }
.page { break-before: page }
.rule { position: absolute; left: -8mm; width: 170mm; background: rgb(204, 10, 15) }
.toc a { color: black; text-decoration: none }
.toc a::after { content: leader('.') target-counter(attr(href), page) }
"""


def para(p, marks, fresh=False):
    size = max(s["size"] for s in p["spans"])
    align = {"centre": "center"}.get(p["align"], p["align"])
    style = (
        f'font-size:{size}pt;line-height:{p["pitch"]}pt;text-align:{align};text-indent:{p["first"]}pt;'
        f'margin:{p["before"]}pt {p["right"]}pt {p["after"]}pt {p["left"]}pt'
    )
    if p["keep"]:
        style += ";break-after:avoid"
    anchor = ""
    if p.get("outline"):
        mark = p["outline"]
        marks.append(mark["title"])
        anchor = f' id="m{len(marks)}"'
        style += f';bookmark-level:{mark["level"]};bookmark-label:"{mark["title"]}"'
    inner = "".join(
        f'<span style="{FAMILIES[s["face"]]}">{escape(s["text"])}</span>' if s["face"] in FAMILIES else escape(s["text"])
        for s in p["spans"]
    )
    broken = ' class="page"' if fresh else ""
    return f"<p{anchor}{broken} style='{style}'>{inner}</p>"


def table(t, marks):
    columns = "".join(f'<col style="width:{w}pt">' for w in t["widths"])
    rows = []
    for row in t["rows"]:
        cells = "".join(
            f'<td colspan="{c["cols"]}"{" class=shade" if c["shade"] else ""} style="padding:{t["pad"]}pt">'
            + "".join(para(p, marks) for p in c["paras"])
            + "</td>"
            for c in row["cells"]
        )
        rows.append(f'<tr style="height:{row["height"]}pt">{cells}</tr>')
    head, body = "".join(rows[: t["heads"]]), "".join(rows[t["heads"] :])
    return (
        f'<table style="margin:{t["before"]}pt 0 {t["after"]}pt"><colgroup>{columns}</colgroup>'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def head(h):
    top = 37 * 72 / 25.4
    rule = 30 * 72 / 25.4 + h["size"] + 4 * 72 / 25.4
    rules = "".join(
        f'<div class="rule" style="top:{y - top:.2f}pt;height:{w}pt"></div>'
        for y, w in [(rule, 2.2), (rule + 3.7, 0.7), (780, 0.7), (784, 2.2)]
    )
    return (
        f'<div style="position:absolute;top:-7mm;left:0;right:0;text-align:center;line-height:1;white-space:nowrap;'
        f'font-size:{h["size"]}pt;color:rgb(204,10,15);{FAMILIES["title"]}">{escape(h["text"])}</div>{rules}'
        f'<div style="position:absolute;top:{rule + 12 - top:.2f}pt;right:0;font-size:16pt">{escape(h["number"])}</div>'
        f'<div style="height:{rule + 12 + 3 * 29 - top:.2f}pt"></div>'
    )


def source(content, path):
    marks = []
    out = []
    fresh = False
    for piece in content["pieces"]:
        kind = piece["piece"]
        if kind == "para":
            out.append(para(piece, marks, fresh))
            fresh = False
        elif kind == "table":
            out.append(table(piece, marks))
        elif kind == "space":
            out.append(f'<div style="height:{piece["height"]}pt"></div>')
        elif kind == "page":
            fresh = True
        elif kind == "contents":
            out.append(("contents", piece))
    lines = "".join(f'<div><a href="#m{i + 1}">{escape(m)}</a></div>' for i, m in enumerate(marks))
    body = "".join(
        o if isinstance(o, str) else f'<div class="toc" style="font-size:{o[1]["size"]}pt;line-height:{o[1]["pitch"]}pt">{lines}</div>'
        for o in out
    )
    if content["head"]:
        body = head(content["head"]) + body
    path.write_text(
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{escape(content["title"])}</title>'
        f'<meta name="author" content="{escape(content["author"])}"><style>{CSS}</style><body>{body}</body></html>'
    )


def setter(_fonts):
    def once(path):
        return weasyprint.HTML(filename=str(path)).write_pdf()

    return once
