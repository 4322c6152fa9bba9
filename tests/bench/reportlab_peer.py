"""ReportLab: the content of a paper as its flowables, with its own contents and outline. It has no fallback between fonts,
so Latin stretches are marked here, before the clock runs."""

import io
import json
import re
from html import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table
from reportlab.platypus.tableofcontents import TableOfContents

ENDING = ".json"
ALIGN = {"justify": TA_JUSTIFY, "left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}
FILES = {
    "song": "NotoSerifSC-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "hei": "NotoSansSC-Medium.ttf",
    "latin": "LiberationSerif-Regular.ttf",
    "latin-title": "LiberationSerif-Bold.ttf",
}
LATIN = {"song": "latin", "title": "latin-title"}
WESTERN = re.compile(r"[!-~][ -~]*[!-~]|[!-~]")
RED = (0.80, 0.04, 0.06)


def font(face):
    return face if face in FILES else "song"


def marked(text, face):
    latin = LATIN.get(font(face))
    if not latin:
        return escape(text)
    parts, end = [], 0
    for run in WESTERN.finditer(text):
        parts += [escape(text[end : run.start()]), f'<font name="{latin}">{escape(run.group())}</font>']
        end = run.end()
    return "".join(parts) + escape(text[end:])


def source(content, path):
    """The content with its text already marked up."""
    for piece in content["pieces"]:
        paras = [piece] if piece["piece"] == "para" else []
        if piece["piece"] == "table":
            paras = [p for row in piece["rows"] for cell in row["cells"] for p in cell["paras"]]
        for p in paras:
            base = font(p["spans"][0]["face"])
            p["markup"] = "".join(
                marked(s["text"], s["face"])
                if font(s["face"]) == base
                else f'<font name="{font(s["face"])}">{marked(s["text"], s["face"])}</font>'
                for s in p["spans"]
            )
    path.write_text(json.dumps(content, ensure_ascii=False))


class Paper(BaseDocTemplate):
    def afterFlowable(self, flowable):
        mark = getattr(flowable, "mark", None)
        if mark:
            key = f"m{id(flowable)}"
            self.canv.bookmarkPage(key)
            self.canv.addOutlineEntry(mark["title"], key, mark["level"] - 1)
            self.notify("TOCEntry", (mark["level"] - 1, escape(mark["title"]), self.page, key))


def setter(fonts):
    for name, file in FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(fonts / file)))

    def once(path):
        content = json.loads(path.read_text())
        styles = {}
        out = io.BytesIO()
        paper = Paper(
            out, pagesize=A4, leftMargin=28 * mm, rightMargin=26 * mm, topMargin=37 * mm, bottomMargin=35 * mm,
            title=content["title"], author=content["author"],
        )
        frame = Frame(28 * mm, 35 * mm, 156 * mm, 225 * mm, 0, 0, 0, 0)
        paper.addPageTemplates(PageTemplate(frames=[frame], onPage=lambda canvas, doc: around(canvas, doc, content["head"])))
        story, toc = [], False
        if content["head"]:
            story.append(Spacer(1, 30 * mm + content["head"]["size"] + 4 * mm + 12 + 3 * 29 - 37 * mm))
        for piece in content["pieces"]:
            kind = piece["piece"]
            if kind == "para":
                story.append(para(piece, styles))
            elif kind == "table":
                story.append(table(piece, styles))
            elif kind == "space":
                story.append(Spacer(1, piece["height"]))
            elif kind == "page":
                story.append(PageBreak())
            elif kind == "contents":
                toc = True
                style = ParagraphStyle("toc", fontName="song", fontSize=piece["size"], leading=piece["pitch"])
                story.append(TableOfContents(levelStyles=[style, style], dotsMinLevel=0))
        if toc:
            paper.multiBuild(story)
        else:
            paper.build(story)
        return out.getvalue()

    return once


def para(p, styles):
    size = max(s["size"] for s in p["spans"])
    face = font(p["spans"][0]["face"])
    key = (p["align"], p["first"], p["left"], p["right"], p["pitch"], p["before"], p["after"], size, face, p["keep"])
    if key not in styles:
        styles[key] = ParagraphStyle(
            f"s{len(styles)}", fontName=face, fontSize=size, leading=p["pitch"], alignment=ALIGN[p["align"]], firstLineIndent=p["first"],
            leftIndent=p["left"], rightIndent=p["right"], spaceBefore=p["before"], spaceAfter=p["after"], keepWithNext=p["keep"],
            wordWrap="CJK", allowWidows=0, allowOrphans=0,
        )
    flowable = Paragraph(p["markup"], styles[key])
    flowable.mark = p["outline"]
    return flowable


def table(t, styles):
    rows, looks = [], [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"):
        looks.append((f"{side}PADDING", (0, 0), (-1, -1), t["pad"]))
    for y, row in enumerate(t["rows"]):
        cells = []
        for cell in row["cells"]:
            if cell["shade"]:
                looks.append(("BACKGROUND", (len(cells), y), (len(cells) + cell["cols"] - 1, y), (0.945, 0.945, 0.945)))
            if cell["cols"] > 1:
                looks.append(("SPAN", (len(cells), y), (len(cells) + cell["cols"] - 1, y)))
            cells += [[para(p, styles) for p in cell["paras"]]] + [""] * (cell["cols"] - 1)
        rows.append(cells)
    return Table(rows, colWidths=t["widths"], style=looks, repeatRows=t["heads"], spaceBefore=t["before"], spaceAfter=t["after"])


def around(canvas, doc, head):
    canvas.setFont("song", 14)
    canvas.drawRightString(184 * mm - 14, 28 * mm - 12, f"— {doc.page} —")
    if head and doc.page == 1:
        rule = 30 * mm + head["size"] + 4 * mm
        canvas.setFillColorRGB(*RED)
        canvas.setStrokeColorRGB(*RED)
        canvas.setFont("title", head["size"])
        canvas.drawCentredString(105 * mm, A4[1] - 30 * mm - head["size"] * 0.88, head["text"])
        for y, thick in [(rule + 1.1, 2.2), (rule + 4, 0.7), (780, 0.7), (784, 2.2)]:
            canvas.setLineWidth(thick)
            canvas.line(20 * mm, A4[1] - y, 190 * mm, A4[1] - y)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("song", 16)
        canvas.drawRightString(184 * mm, A4[1] - rule - 28, head["number"])
