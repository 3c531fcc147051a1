#!/usr/bin/env python3
"""Makes the pictures of docs/guide/console.md: a real search in a real terminal, captured and drawn as SVG.

    dotnet build src/Hypermax.Cli && build/console-pictures.py

Needs tmux. A few hundred lines of text change with every run, so look at the pictures before you commit them.
"""
import html, os, pathlib, re, subprocess, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = os.environ.get("HYPERMAX_DLL", str(ROOT / "artifacts/bin/Hypermax.Cli/debug/hypermax.dll"))
OUT = ROOT / "docs/guide/pictures"
WIDTH, HEIGHT = 100, 30
CELL, LINE = 8.43, 18

MODEL = """
import math, random, time

def train(parameters):
    rate, depth, kind = parameters["learning_rate"], parameters["depth"], parameters["kind"]
    noise = random.Random(int(rate * 1e9) + depth)
    valid = (math.log10(rate) + 2.2) ** 2 / 4 + abs(depth - 6) / 20 + (0.08 if kind == "plain" else 0.02) + 0.03 * noise.random()
    for epoch in range(1, 5):
        print(f"epoch {epoch} of 4, loss {valid * (1 + 1 / epoch):.4f}", flush=True)
        time.sleep(0.1 + 0.02 * depth)
    if depth > 10 and kind == "plain":
        raise MemoryError("the tree does not fit")
    return {"loss": valid, "train_loss": valid * 0.6 / (1 + depth / 12), "accuracy": 1 - valid / 3}
"""

SEARCH = """
{"hyperparameters": {"type": "object", "properties": {
   "learning_rate": {"type": "number", "min": 0.0001, "max": 1, "scaling": "logarithmic"},
   "depth": {"type": "integer", "min": 1, "max": 12},
   "kind": {"type": "string", "enum": ["plain", "boosted"]}}},
 "function": {"type": "python_function", "module": "model", "name": "train", "parallel": 3},
 "search": {"method": "tpe", "iterations": 80, "seed": 4}}
"""

# The sixteen colours of a usual dark terminal, and the two of its page.
PALETTE = ["#1e1e1e", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d4d4d4",
           "#7f848e", "#ff7a85", "#b5e890", "#ffd68a", "#7cc4ff", "#dd8cf0", "#6fd3df", "#ffffff"]
PAPER, INK = "#1e1e1e", "#d4d4d4"


def color(number):
    """One of the 256 colours of terminals."""
    if number < 16:
        return PALETTE[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    parts = [(number - 16) // 36, (number - 16) // 6 % 6, (number - 16) % 6]
    return "#" + "".join(f"{0 if part == 0 else 55 + 40 * part:02x}" for part in parts)


class Style:
    def __init__(self):
        self.fore, self.back, self.bold, self.dim, self.turned = None, None, False, False, False

    def apply(self, codes):
        codes = [int(code or 0) for code in codes.split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.__init__()
            elif code in (1, 2, 7):
                self.bold, self.dim, self.turned = self.bold or code == 1, self.dim or code == 2, self.turned or code == 7
            elif code in (22, 27):
                self.bold, self.dim, self.turned = (False, False, self.turned) if code == 22 else (self.bold, self.dim, False)
            elif code in (38, 48):
                kind = codes.pop(0)
                value = color(codes.pop(0)) if kind == 5 else "#" + "".join(f"{codes.pop(0):02x}" for _ in range(3))
                self.fore, self.back = (value, self.back) if code == 38 else (self.fore, value)
            elif code in (39, 49):
                self.fore, self.back = (None, self.back) if code == 39 else (self.fore, None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.fore = PALETTE[code - 30 if code < 90 else code - 82]
            elif 40 <= code <= 47 or 100 <= code <= 107:
                self.back = PALETTE[code - 40 if code < 100 else code - 92]

    def colors(self):
        fore, back = self.fore or INK, self.back
        return (back or PAPER, fore) if self.turned else (fore, back)


def svg(screen):
    """A captured screen as a drawing; texts of one style are one element."""
    lines = screen.split("\n")[:HEIGHT]
    width, height = WIDTH * CELL + 24, HEIGHT * LINE + 24
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}">',
           f'<rect width="100%" height="100%" rx="8" fill="{PAPER}"/>',
           '<g font-family="\'DejaVu Sans Mono\', Menlo, Consolas, monospace" font-size="14">']
    style = Style()
    for row, line in enumerate(lines):
        x, y = 0, 12 + (row + 1) * LINE - 5
        for part in re.split(r"(\x1b\[[0-9;]*m)", line):
            if part.startswith("\x1b"):
                style.apply(part[2:-1])
                continue
            if not part:
                continue
            fore, back = style.colors()
            left, long = 12 + x * CELL, len(part) * CELL
            if back:
                out.append(f'<rect x="{left:.1f}" y="{y - 13:.1f}" width="{long:.1f}" height="{LINE}" fill="{back}"/>')
            more = (' font-weight="bold"' if style.bold else "") + (' opacity="0.65"' if style.dim else "")
            # Words with wide gaps between them have a place each, for drawing programs collapse blanks.
            for word in re.finditer(r"\S+(?: \S+)*", part):
                out.append(f'<text x="{left + word.start() * CELL:.1f}" y="{y}" textLength="{len(word[0]) * CELL:.1f}" '
                           f'fill="{fore}"{more}>{html.escape(word[0])}</text>')
            x += len(part)
    return "\n".join(out + ["</g>", "</svg>", ""])


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    socket = f"hypermax-pictures-{os.getpid()}"
    tmux = lambda *words: subprocess.run(["tmux", "-L", socket, "-u", "-f", "/dev/null", *words], check=True, capture_output=True, text=True).stdout
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        pathlib.Path(folder, "model.py").write_text(MODEL)
        pathlib.Path(folder, "search.json").write_text(SEARCH)
        start = f"export LANG=C.UTF-8 LC_ALL=C.UTF-8 TERM=screen-256color; cd {folder}; dotnet {TOOL} search.json results_0 --new; sleep 60"
        try:
            tmux("new-session", "-d", "-x", str(WIDTH), "-y", str(HEIGHT), "bash", "-c", start)

            end = time.time() + 120
            while not any(int(done) >= 50 for done in re.findall(r"(\d+)/80", tmux("capture-pane", "-p"))):
                if time.time() > end:
                    raise SystemExit("the search never came to its fiftieth trial:\n" + tmux("capture-pane", "-p"))
                time.sleep(0.1)

            def picture(name):
                time.sleep(0.6)
                (OUT / f"console-{name}.svg").write_text(svg(tmux("capture-pane", "-e", "-p")), encoding="utf-8")

            picture("overview")
            tmux("send-keys", "l")
            for key, name in (("2", "loss"), ("4", "trials"), ("6", "importance")):
                tmux("send-keys", key)
                picture(name)

            # A search goes on without its terminal, so it is ended first.
            tmux("send-keys", "C-c")
            time.sleep(3)
        finally:
            subprocess.run(["tmux", "-L", socket, "kill-server"], capture_output=True)


main()
