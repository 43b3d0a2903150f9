"""The rows of tests/bench/run, which see."""

import argparse
import contextlib
import json
import os
import re
import resource
import shutil
import signal
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = ROOT / "build/release/bin"
BENCH = ROOT / "build/bench"
SIZES = ["1920x1080", "1080x1920", "3840x2160"]


class Missing(Exception):
    """What a side of a row needs and is not there."""


def output_of(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **more).stdout


class Display:
    """A virtual display of some size, and a probe that touches it and looks at its pixels."""

    def __init__(self, size):
        self.size = size
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        self.environment = {**os.environ, "DISPLAY": self.name, "LC_ALL": "C.UTF-8"}
        self.probe = subprocess.Popen([BIN / "screen_probe", self.name], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, text=True)

    def ask(self, command):
        self.probe.stdin.write(command + "\n")
        self.probe.stdin.flush()
        return [float(word) for word in self.probe.stdout.readline().split()]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.probe.stdin.close()
        self.probe.wait()
        self.server.terminate()
        self.server.wait()


def tree_of(process_id):
    """The process and all that it started."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
    tree = {process_id}
    while more := {child for child, parent in parents.items() if parent in tree and child not in tree}:
        tree |= more
    return tree


def proportional_mib(process_id):
    total = 0
    for one in tree_of(process_id):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1])
        except (OSError, TypeError):
            continue
    return total / 1024


def processor_s(process_id):
    ticks = 0
    for one in tree_of(process_id):
        try:
            fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK")


class Program:
    """A program at a display, from its start until the end of the block."""

    def __init__(self, display, words, **more):
        self.display = display
        self.process = subprocess.Popen([str(word) for word in words], env=display.environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        start_new_session=True, **more)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Sides:
    """The programs that rows compare."""

    def __init__(self, work, responses):
        self.work = Path(work)
        self.responses = responses

    def store(self, number):
        """A store with so many responses, made when it is asked for."""
        path = self.work / f"{number}.db"
        if not path.exists():
            output_of(BIN / "bench_store", "make", path, ROOT / "tests/bench/street.md")
            if number > 0:
                with open(ROOT / "tests/bench/fill.sql") as sql:
                    output_of("sqlite3", "-cmd", ".parameter init", "-cmd", f".parameter set :number {number}",
                              path, stdin=sql)
        return path

    def kiosk(self, display, store=None, form="street.md", **more):
        store = store or Path(tempfile.mkdtemp(dir=self.work)) / "store.db"  # without a visit left behind
        words = [BIN / "buurtpeil", ROOT / "tests/bench" / form, "--trial", "--store", store, "--config",
                 self.configuration()]
        return Program(display, words + more.pop("options", []), **more)

    def configuration(self):
        path = self.work / "kiosk.toml"
        path.write_text("idle_s = 3600\n")
        return path

    def bare(self, display):
        return Program(display, [BIN / "bare_gui"])

    def chromium(self, display):
        if not shutil.which("chromium"):
            raise Missing("chromium is not installed")
        if not (BENCH / "node_modules/survey-js-ui").exists():
            raise Missing("npm did not install survey-js-ui")
        size = display.size.replace("x", ",")
        return Program(display, ["chromium", "--kiosk", "--no-first-run", "--no-sandbox", "--allow-file-access-from-files",
                                 f"--user-data-dir={tempfile.mkdtemp(dir=self.work)}", f"--window-size={size}",
                                 "--window-position=0,0", f"file://{BENCH}/survey.html"])

    # Each gives one figure, or a tuple of them.

    def export(self):
        folder = self.work / "out"
        return timed(BIN / "buurtpeil-sync", "export", self.store(self.responses), "--to", folder)

    def export_flat(self):
        flat = self.work / "flat.db"
        if not flat.exists():
            self.export()
            csv = self.work / "out/street.trial.csv"
            output_of("sqlite3", flat, "-cmd", "PRAGMA journal_mode = OFF", "-cmd", "PRAGMA synchronous = OFF",
                      "-cmd", ".mode csv", f".import {csv} answers")
        with open(self.work / "flat.csv", "w") as to:
            seconds, processor, memory = timed("sqlite3", "-csv", "-header", flat, "SELECT * FROM answers", stdout=to)
            start = time.perf_counter()
            os.fsync(to.fileno())  # as ours does
            return seconds + time.perf_counter() - start, processor, memory

    def first_picture(self, display, begin):
        start = time.perf_counter()
        with begin(display):
            display.ask("first")
            return (time.perf_counter() - start) * 1000

    def memory(self, display, begin):
        with begin(display) as program:
            display.ask("first")
            display.ask("rest")
            return proportional_mib(program.process.pid)

    def idle(self, display, begin, seconds=20):
        with begin(display) as program:
            display.ask("first")
            display.ask("rest")
            time.sleep(3)
            before = processor_s(program.process.pid)
            time.sleep(seconds)
            return (processor_s(program.process.pid) - before) / seconds * 100

    def frame(self, display):
        return float(output_of(BIN / "bench_frame", env=display.environment))

    def frame_of_map(self, display):
        return float(output_of(BIN / "bench_frame", BIN.parent / "demo/elzermonde.mbtiles", env=display.environment))

    def frame_of_bare(self, display):
        return float(output_of(BIN / "bare_gui", "60", env=display.environment))

    def taps_at_bare(self, display):
        # Its first two buttons, in Dear ImGui's own places.
        return taps(display, lambda: self.bare(display), [], [[8, 25, 400, 80], [8, 109, 400, 80]])

    def taps_at_kiosk(self, display):
        return taps(display, lambda: self.kiosk(display, form="cards.md"), *self.way_to_cards(display))

    def way_to_cards(self, display):
        """Where to tap until the cards are there, and the boxes of two of them: as --trace tells."""
        read, write = os.pipe()
        taps = []
        with self.kiosk(display, form="cards.md", options=["--trace", str(write)], pass_fds=[write]):
            os.close(write)
            trace = os.fdopen(read)
            targets = {}
            for line in trace:
                words = line.split()
                if words[0] == "view":
                    view, targets = words[1], {}
                elif words[0] == "target":
                    targets[words[1]] = [float(word) for word in words[-4:]]
                elif words[0] == "listens" and view == "question":
                    return taps, [box for name, box in targets.items() if name.startswith("choice:")][1:3]
                elif words[0] == "listens":
                    x, y = middle(targets["start"])
                    taps.append((x, y))
                    display.ask(f"tap {x} {y} 0 0 8 8")
        raise Missing("the kiosk did not come to its first question")

    def taps_at_chromium(self, display):
        def begin():
            return self.chromium(display)

        def boxes():
            for _ in range(200):
                told = subprocess.run(["xdotool", "search", "--name", "cards"], env=display.environment,
                                      capture_output=True, text=True).stdout.split()
                for window in told:
                    name = output_of("xdotool", "getwindowname", window, env=display.environment)
                    numbers = re.findall(r"-?\d+", name)
                    if len(numbers) >= 8:
                        return [list(map(float, numbers[:4])), list(map(float, numbers[4:8]))]
                time.sleep(0.1)
            raise Missing("chromium did not show the page")
        return taps(display, begin, [], boxes)

    def answer(self, number):
        ours, bare = output_of(BIN / "bench_store", "answer", self.store(number)).split()
        return float(ours), float(bare)

    def finish(self, number):
        finished, read = output_of(BIN / "bench_store", "finish", self.store(number)).split()
        return float(finished), float(read)

    def form(self):
        told = json.loads(output_of(BIN / "bench_forms", "--benchmark_format=json",
                                    "--benchmark_filter=^(load|answer_and_draft_of)_250"))
        load, answer = (each["real_time"] for each in told["benchmarks"])
        return load, answer

    def map(self):
        """First picture, the next one (ms), names (ms), memory (MiB)."""
        return tuple(float(figure) for figure in output_of(BIN / "bench_map", BIN.parent / "demo/elzermonde.mbtiles").split())

    def form_of_odk(self):
        if not (BENCH / "node_modules/@getodk/xforms-engine").exists():
            raise Missing("npm did not install @getodk/xforms-engine")
        load, answer = output_of("node", "engine.mjs", cwd=BENCH).split()
        return float(load), float(answer)


def middle(box):
    return round(box[0] + box[2] / 2), round(box[1] + box[3] / 2)


def timed(*words, stdout=subprocess.DEVNULL):
    """Wall and processor seconds and peak memory in MiB of a program."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    before = used.ru_utime + used.ru_stime
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in words], stdout=stdout)
    peak = 0
    while process.poll() is None:  # what wait() tells of memory begins with ours
        with contextlib.suppress(OSError, TypeError):
            status = Path(f"/proc/{process.pid}/status").read_text()
            peak = int(re.search(r"^VmHWM:\s+(\d+)", status, re.M)[1])
        time.sleep(0.005)
    if process.returncode != 0:
        raise Missing(f"{words[0]} failed")
    seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, used.ru_utime + used.ru_stime - before, peak / 1024


def taps(display, begin, way, boxes, count=8):
    """The medians of some taps in one run: until the first changed picture, until the last, processor time."""
    with begin() as program:
        display.ask("first")
        display.ask("rest")
        for x, y in way:
            display.ask(f"tap {x} {y} 0 0 8 8")
            display.ask("rest")
            time.sleep(1.2)
        found = boxes() if callable(boxes) else boxes
        display.ask("rest")
        times = []
        for i in range(count):
            box = found[i % 2]
            x, y = middle(box)
            before = processor_s(program.process.pid)
            first, last = display.ask(f"tap {x} {y} " + " ".join(str(round(number)) for number in box))
            times.append((first, last, (processor_s(program.process.pid) - before) * 1000))
        return tuple(statistics.median(column) for column in zip(*times[2:]))


class Row:
    """`sides` are names and what measures them; a side's figures are named by `figures`, with their units."""

    def __init__(self, name, work, figures, sides, goal):
        self.name, self.work, self.figures, self.sides, self.goal = name, work, figures, sides, goal
        self.samples = {}
        self.missing = {}

    def measure(self, runs):
        for run in range(runs + 1):  # the first is not counted
            for side, measure in self.sides.items():
                if side in self.missing:
                    continue
                try:
                    figures = measure()
                except (Missing, subprocess.CalledProcessError, ValueError) as why:
                    self.missing[side] = str(why).splitlines()[0]
                    continue
                if run > 0:
                    figures = figures if isinstance(figures, tuple) else (figures,)
                    self.samples.setdefault(side, []).append(figures)

    def lines(self):
        """(work, side, "median (least to most)", ratio to ours) for each figure."""
        for number, (figure, unit) in enumerate(self.figures):
            ours = [sample[number] for sample in next(iter(self.samples.values()), [])]
            for side, samples in self.samples.items():
                column = [sample[number] for sample in samples]
                ratios = sorted(a / b for a, b in zip(ours, column) if b > 0)
                ratio = statistics.median(ratios) if ratios and side != next(iter(self.samples)) else None
                yield (f"{self.work}{', ' + figure if figure else ''}", side,
                       f"{shown(statistics.median(column))} {unit} ({shown(min(column))} to {shown(max(column))})",
                       ratio, self.goal if ratio is None and number == 0 else "")
        for side, why in self.missing.items():
            yield self.work, side, f"not measured: {why}", None, ""


def shown(number):
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


def rows_of(sides, displays, count):
    empty, full = 0, sides.responses

    def at(begin, size="1920x1080", figure=sides.first_picture):
        return lambda: figure(displays(size), begin)

    def kiosk(display):
        return sides.kiosk(display)
    yield Row("export", f"export {full:,} x 12 questions", [("", "s"), ("processor time", "s"), ("memory", "MiB")],
              {"Buurtpeil": sides.export, "sqlite3, flat table": sides.export_flat}, "under sqlite3's time")
    yield Row("full", f"start with {full:,} responses", [("", "ms")],
              {"Buurtpeil": at(lambda display: sides.kiosk(display, sides.store(full))),
               "empty store": at(lambda display: sides.kiosk(display, sides.store(empty)))}, "as the empty store")
    beside = {"bare window": sides.bare, "Chromium, SurveyJS": sides.chromium}
    for name, work, unit, figure, goal in [
            ("start", "start to the first picture", "ms", sides.first_picture, "1.25 of the bare window"),
            ("memory", "memory, proportional set", "MiB", sides.memory, "1.25 of the bare window"),
            ("idle", "idle processor time", "% of a core", sides.idle, "under Chromium's")]:
        yield Row(name, work, [("", unit)],
                  {side: at(begin, figure=figure) for side, begin in {"Buurtpeil": kiosk, **beside}.items()}, goal)
    yield Row("frame", "one frame of a question with five cards", [("", "ms")],
              {"Buurtpeil": lambda: sides.frame(displays("1920x1080")),
               "bare window": lambda: sides.frame_of_bare(displays("1920x1080"))}, "1.3 of the bare window")
    yield Row("pan", "one frame of a map under a finger", [("", "ms")],
              {"Buurtpeil": lambda: sides.frame_of_map(displays("1920x1080")),
               "bare window": lambda: sides.frame_of_bare(displays("1920x1080"))}, "20 ms")
    for size in SIZES:
        yield Row(f"tap-{size}", f"tap on one of five cards, {size}",
                  [("first changed picture", "ms"), ("settled", "ms"), ("processor time", "ms")],
                  {"Buurtpeil": lambda size=size: sides.taps_at_kiosk(displays(size)),
                   "bare window": lambda size=size: sides.taps_at_bare(displays(size)),
                   "Chromium, SurveyJS": lambda size=size: sides.taps_at_chromium(displays(size))},
                  "under 20 ms, settled under 60, never more than Chromium")
    for number in [empty, full]:
        measured = {}

        def ours(number=number, measured=measured):
            measured["bare"] = sides.answer(number)
            return measured["bare"][0]
        yield Row(f"answer-{number}", f"durable answer, {number:,} stored", [("", "ms")],
                  {"Buurtpeil": ours, "bare INSERT": lambda measured=measured: measured["bare"][1]},
                  "1.25 of the bare INSERT")
        yield Row(f"finish-{number}", f"finish a visit with results, {number:,} stored",
                  [("", "ms"), ("read what was counted", "ms")],
                  {"Buurtpeil": lambda number=number: sides.finish(number)}, "as in the empty store")
    yield Row("map", "map of the demo's town",
              [("first picture", "ms"), ("the next one", "ms"), ("names to search", "ms"), ("memory", "MiB")],
              {"Buurtpeil": sides.map}, "300 ms; names under 1 s; 64 MiB")
    yield Row("form", "form of 250 questions", [("load", "ms"), ("an answer, with our draft", "ms")],
              {"Buurtpeil": sides.form, "ODK Web Forms": sides.form_of_odk}, "load 10 times faster; 0.1 ms")


def lines_of(row):
    lines, before = [], None
    for work, side, figure, ratio, goal in row.lines():
        ratio = "" if ratio is None else shown(ratio)
        lines.append(f"| {work if work != before else ''} | {side} | {figure} | {ratio} | {goal} |")
        before = work
    return lines


def keep(row):
    """A row that is measured alone takes its place among the others."""
    path = BENCH / "rows.json"
    rows = json.loads(path.read_text()) if path.exists() else {}
    path.write_text(json.dumps({**rows, row.name: lines_of(row)}, indent=1))


def told_of(row, table):
    """The lines that a table has of a row: what was measured elsewhere."""
    works = {f"{row.work}{', ' + figure if figure else ''}" for figure, _ in row.figures} | {row.work}
    lines, work = [], None
    for line in table.splitlines():
        work = line.split("|")[1].strip() or work
        if work in works:
            lines.append(line)
    return lines


def write_into_readme(rows):
    kept = json.loads((BENCH / "rows.json").read_text())
    readme = ROOT / "README.md"
    text = readme.read_text()
    begin, end = "<!-- tests/bench/run writes this -->\n", "<!-- as far as here -->\n"
    head, rest = text.split(begin)
    told, rest = rest.split(end)
    table = "\n".join(["| work | | median (least to most) | Buurtpeil / this | goal |", "| --- | --- | --- | --- | --- |",
                       *(line for row in rows for line in kept.get(row.name) or told_of(row, told))])
    readme.write_text(f"{head}{begin}{table}\n{end}{rest}")


def main():
    options = argparse.ArgumentParser(prog="tests/bench/run")
    options.add_argument("--markdown", action="store_true", help="write the table into README.md")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--responses", type=int, default=1_000_000)
    options.add_argument("--list", action="store_true", help="name the rows")
    options.add_argument("rows", nargs="*")
    wanted = options.parse_args()
    opened = {}

    def display(size):
        if size not in opened:
            opened[size] = Display(size)
        return opened[size]
    with tempfile.TemporaryDirectory(prefix="buurtpeil-bench-") as work:
        rows = list(rows_of(Sides(work, wanted.responses), display, wanted.responses))
        names = [row.name for row in rows]
        if wanted.list:
            return print("\n".join(names))
        if unknown := set(wanted.rows) - set(names):
            options.error(f"no row {', '.join(sorted(unknown))}; see --list")
        try:
            for row in rows:
                if wanted.rows and row.name not in wanted.rows:
                    continue
                row.measure(wanted.runs)
                keep(row)
                for work, side, figure, ratio, _ in row.lines():
                    print(f"{work:45} {side:22} {figure}{'' if ratio is None else f'   x {shown(ratio)}'}", flush=True)
        finally:
            for one in opened.values():
                one.__exit__()
        if wanted.markdown:
            write_into_readme(rows)


if __name__ == "__main__":
    main()
