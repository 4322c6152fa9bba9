"""Page setting: a decision letter and a report of thirty pages by the print shop and, with the same content and the same
fonts, by Typst, WeasyPrint, ReportLab and LibreOffice. Milliseconds and ratios within one run, in turns.

    pages.py TIME FONTS FOLDER     TIME is the release build of `-p papers --example time`, FONTS is assets/fonts

In process: papers set one after the other by a process that has started, imported and opened its fonts; every round has
another number in its text. Whole process: from the start of a process to its end with the file written. A peer that
cannot be had is named, and the rest runs. What is measured against is checked first: the words must be the same, one by one.
"""

import importlib
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = {"Typst": "typst_peer", "WeasyPrint": "weasyprint_peer", "ReportLab": "reportlab_peer", "LibreOffice": "libreoffice"}
PAPERS = {"letter": {"rounds": 6, "turns": 3, "whole": 5}, "report": {"rounds": 2, "turns": 2, "whole": 3}}


def spare(which):
    """As many contents as there are rounds: none is set twice by the same peer."""
    shape = PAPERS[which]
    return 1 + shape["turns"] * (shape["rounds"] + 1) + shape["whole"]



def main():
    program, fonts, folder = (Path(a).resolve() for a in sys.argv[1:4])
    folder.mkdir(parents=True, exist_ok=True)
    surround(fonts, folder)
    sources = {which: content(program, folder, which) for which in PAPERS}
    modules, missing = available()
    for name, why in missing.items():
        print(f"{name}: not measured, {why}")
    for which, paths in sources.items():
        print(f"\n{which}")
        ours = folder / f"{which}-lunshen.pdf"
        run([program, "once", which, ours])
        first = json.loads(paths[0].read_text())
        seen = {"Lunshen": check(ours, first)}
        ready = {}
        for name, module in modules.items():
            ready[name] = prepare(module, paths, folder)
            pdf = folder / f"{which}-{name.lower()}.pdf"
            try:
                whole(name, modules, program, fonts, which, ready[name][0], pdf)
                seen[name] = check(pdf, first)
            except (subprocess.CalledProcessError, Different, OSError) as why:
                print(f"{name}: not measured, {why}")
                ready.pop(name)
        for name, pages in seen.items():
            print(f"  {name:<12} {pages:>3} pages, {(folder / f'{which}-{name.lower()}.pdf').stat().st_size // 1024:>5} KB, same words")
        inside(which, ready, modules, program, fonts, folder)
        outside(which, ready, modules, program, fonts, folder)
    base = sorted(clock([sys.executable, "-c", "pass"]) for _ in range(5))
    print(f"\nThe start of an empty Python, which is in the whole process of Typst, WeasyPrint and ReportLab: {base[2]:.0f} ms")


def surround(fonts, folder):
    """Only the project's fonts for whoever looks through fontconfig."""
    cache = folder / "fontcache"
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>'
    )
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")


def content(program, folder, which):
    paths = []
    for round_ in range(spare(which)):
        path = folder / f"{which}-{round_}.content"
        run([program, "content", which, path, str(round_)])
        paths.append(path)
    return paths


def available():
    modules, missing = {}, {}
    for name, module in PEERS.items():
        try:
            modules[name] = importlib.import_module(module)
        except ImportError as why:
            missing[name] = f"it is not installed ({why})"
    if "LibreOffice" in modules and not soffice():
        del modules["LibreOffice"]
        missing["LibreOffice"] = "there is no soffice on this machine"
    return modules, missing


def soffice():
    return next((p for d in os.environ["PATH"].split(":") for p in [Path(d) / "soffice"] if p.is_file()), None)


def prepare(module, paths, folder):
    made = []
    for path in paths:
        target = folder / f"{path.stem}{module.ENDING if module.ENDING != '.json' else '.marked.json'}"
        module.source(json.loads(path.read_text()), target)
        made.append(target)
    return made


def run(command, **more):
    return subprocess.run([str(c) for c in command], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more).stdout.decode()


def clock(command):
    start = time.perf_counter()
    run(command)
    return (time.perf_counter() - start) * 1000


def convert(files, folder):
    profile = (folder / "profile").as_uri()
    return [soffice(), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder / "lo", *files]


def whole(name, modules, program, fonts, which, source, pdf):
    """One paper by a process of its own, in milliseconds."""
    if name == "Lunshen":
        return clock([program, "once", which, pdf])
    if name == "LibreOffice":
        took = clock(convert([source], pdf.parent))
        (pdf.parent / "lo" / f"{source.stem}.pdf").replace(pdf)
        return took
    return clock([sys.executable, HERE / "peer.py", modules[name].__name__, fonts, "once", source, pdf])


def each(name, modules, program, fonts, which, sources, turn, count, folder):
    """Papers one after the other in one process, in milliseconds each."""
    first = 1 + turn * (count + 1)
    if name == "Lunshen":
        lines = run([program, "rounds", which, str(count + 1), str(first)])
    elif name == "LibreOffice":
        # How long many take, less how long one takes.
        many = clock(convert(sources[first : first + count + 1], folder))
        one = clock(convert([sources[first]], folder))
        return [(many - one) / count]
    else:
        lines = run([sys.executable, HERE / "peer.py", modules[name].__name__, fonts, "rounds", *sources[first : first + count + 1]])
    return [float(line) for line in lines.split()][1:]  # the first warms up


def inside(which, ready, modules, program, fonts, folder):
    shape = PAPERS[which]
    times = {name: [] for name in ["Lunshen", *ready]}
    for turn in range(shape["turns"]):
        for name in times:
            times[name] += each(name, modules, program, fonts, which, ready.get(name), turn, shape["rounds"], folder)
    table("in process", times)


def outside(which, ready, modules, program, fonts, folder):
    times = {name: [] for name in ["Lunshen", *ready]}
    for turn in range(PAPERS[which]["whole"]):
        for name in times:
            source = ready[name][-1 - turn] if name in ready else None
            times[name].append(whole(name, modules, program, fonts, which, source, folder / f"whole-{name.lower()}.pdf"))
    table("whole process", times)


def table(title, times):
    ours = statistics.median(times["Lunshen"])
    least = min(times["Lunshen"])
    print(f"  {title + ', ms':<20}{'median':>10}{'min':>10}{'runs':>6}   of ours: median, min")
    for name, all_ in times.items():
        median = statistics.median(all_)
        # LibreOffice's time in process is a difference of two processes; the least of such is an accident
        lowest = median if name == "LibreOffice" and title == "in process" else min(all_)
        print(f"    {name:<18}{median:>10.1f}{lowest:>10.1f}{len(all_):>6}   {median / ours:>8.1f}x {lowest / least:>7.1f}x")


class Different(Exception):
    """The words are not those of the content."""


def check(pdf, first):
    """The number of pages, when the words between head and foot are those of the content in their order."""
    pages = int(re.search(r"Pages:\s+(\d+)", run(["pdfinfo", pdf])).group(1))
    # 37 mm from the top to 35 mm from the bottom, at 72 dots an inch; page numbers stand outside
    text = run(["pdftotext", "-raw", "-x", "50", "-y", "104", "-W", "500", "-H", "642", pdf, "-"])
    got, want = plain(text), []
    marks = []
    contents = None
    heads = []
    for piece in first["pieces"]:
        if piece["piece"] == "para":
            want.append("".join(s["text"] for s in piece["spans"]))
            if piece.get("outline"):
                marks.append(piece["outline"]["title"])
        elif piece["piece"] == "table":
            rows = ["".join(s["text"] for c in row["cells"] for p in c["paras"] for s in p["spans"]) for row in piece["rows"]]
            heads += [plain(r) for r in rows[: piece["heads"]]]
            want += rows
        elif piece["piece"] == "contents":
            contents = len(want)
    body = plain("".join(want[contents or 0 :]))
    if first["head"]:  # red head and number are drawn before or after the text
        got = got.replace(plain(first["head"]["text"] + first["head"]["number"]), "", 1)
    for head in set(heads):  # repeated on every page
        got, body = got.replace(head, ""), body.replace(head, "")
    if contents is not None:
        # raw order drops the last number of a contents page of one peer, which is there; lines as they stand do not
        listed = contained(plain(run(["pdftotext", "-layout", pdf, "-"])), plain(want[contents]), marks)
        got = got[got.find(plain(want[contents])) :]
        if listed != len(marks):
            raise Different(f"its contents list {listed} of {len(marks)} headings")
    else:
        got = got[got.find(body[:12]) :]
    if got != body:
        at = next((i for i, (a, b) in enumerate(zip(got, body)) if a != b), min(len(got), len(body)))
        raise Different(f"its words differ at {at}: {got[at - 5 : at + 25]!r}, wanted {body[at - 5 : at + 25]!r}")
    return pages


def contained(text, opening, marks):
    """How many headings with a page number stand before the text begins."""
    before = text[: text.find(opening)]
    return sum(bool(re.search(re.escape(plain(m)) + r"[.·…—]*\d", before)) for m in marks)


def plain(text):
    return re.sub(r"[\s\u3000\u00a0\u200b\u2060\u00ad]+", "", text)


if __name__ == "__main__":
    main()
