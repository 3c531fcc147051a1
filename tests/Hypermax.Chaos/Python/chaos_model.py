"""The chaos programs as a Python function."""
import os
import signal
import subprocess
import sys
import time

hoard = []


def sleep():
    while True:
        time.sleep(60)


def eat(mebibytes, pause):
    # Not for ever: where nobody kills it, the machine of the tests must survive.
    while len(hoard) * mebibytes < 3072:
        hoard.append(bytearray(b"x" * (mebibytes * 1024 * 1024)))
        time.sleep(pause)
    sleep()


def flood():
    while True:
        sys.stdout.write("x" * 65536 + "\n")


def spin():
    while True:
        pass


def ignore_sigterm():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sleep()


def grandchild(leave):
    subprocess.Popen(["sleep", "600"])
    return 0.5 if leave else sleep()


def grandchild_eats():
    subprocess.Popen([sys.executable, "-c", "import chaos_model; chaos_model.eat(64, 0)"])
    sleep()


def daemon():
    parent = os.fork()
    if parent == 0:
        os.setsid()
        if os.fork() == 0:
            os.execvp("sleep", ["sleep", "600"])
        os._exit(0)
    os.waitpid(parent, 0)
    return 0.5


def close_output():
    os.close(1)
    os.close(2)
    sleep()


def throws():
    raise ValueError("The model's matrix isn't invertible.")


def prints_protocol():
    print('{"loss": -1000}')
    os.system("echo '{\"loss\": -1000}'")
    return 0.5


def checks_literals(parameters):
    assert parameters["flag"] is True and parameters["off"] is False
    assert parameters["text"] == "it's \"ä\"" and isinstance(parameters["count"], int) and isinstance(parameters["rate"], float)
    assert parameters["deep"] == {"inner": 3}
    return {"loss": 0.5, "accuracy": 0.9, "note": "it's fine", "flag": True}


class Hostile(Exception):
    def __str__(self):
        raise RuntimeError("no text")

    __repr__ = __str__


def hostile_exception():
    raise Hostile()


def huge_exception():
    raise ValueError("m" * 80_000_000)


def half_characters_error():
    raise ValueError("half \udcff of a pair")


class Broken:
    def write(self, text):
        raise RuntimeError("no text")

    flush = write


def breaks_console():
    sys.stdout = sys.stderr = Broken()
    return 0.5


def disposes_console():
    sys.stdout.close()
    sys.stderr.close()
    return 0.5


def forges_result():
    for descriptor in range(3, 100):
        try:
            os.write(descriptor, b'{"loss": -1000}\n{"loss": ')
        except OSError:
            pass
    return 0.5


def daemon_without_mark():
    # The tests find it by what stands behind the colon.
    subprocess.run(["sh", "-c", 'env -i PATH="$PATH" setsid sh -c "sh -c \'sleep 600; : \'$HYPERMAX_CONFORMANCE_RUN & exit" >/dev/null 2>&1 </dev/null'])
    return 0.5


class Array:
    """What an array of a numerical library is like."""

    def item(self):
        raise ValueError("can only convert an array of size 1")

    def tolist(self):
        return [1, 2]


def odd_values():
    loop = {}
    loop["self"] = loop
    return {"loss": 0.5, ("a", 1): 2, 3: b"\xff", "array": Array(), "set": {1}, "loop": loop, "big": 10 ** 5000, "hostile": Hostile(), "nan": float("nan"), None: None}


PROGRAMS = {
    "hostile-exception": hostile_exception,
    "huge-exception": huge_exception,
    "half-characters-error": half_characters_error,
    "half-characters-result": lambda: {"loss": 0.5, "note": "\udcff", "key \ud800": 1},
    "breaks-console": breaks_console,
    "disposes-console": disposes_console,
    "forges-result": forges_result,
    "daemon-without-mark": daemon_without_mark,
    "daemon-without-mark-hangs": lambda: daemon_without_mark() and sleep(),
    "long-note": lambda: {"loss": 0.5, "note": "n" * 80_000_000},
    "many-metrics": lambda: dict({"m%d" % i: i for i in range(100_000)}, loss=0.5),
    "odd-values": odd_values,
    "good": lambda: 0.25,
    "zero": lambda: 0.0,
    "negative": lambda: -3.5,
    "nan": lambda: float("nan"),
    "throws": throws,
    "sleeps": sleep,
    "spins": spin,
    "ignores-sigterm": ignore_sigterm,
    "grandchild": lambda: grandchild(False),
    "grandchild-outlives": lambda: grandchild(True),
    "grandchild-eats": grandchild_eats,
    "daemon": daemon,
    "eats-fast": lambda: eat(64, 0),
    "eats-slowly": lambda: eat(8, 0.01),
    "floods": flood,
    "closes-output": close_output,
    "exit-137": lambda: os._exit(137),
    "exit-3": lambda: sys.exit(3),
    "kills-itself": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "changes-directory": lambda: os.chdir("/") or 0.5,
    "prints-protocol": prints_protocol,
    "nothing": lambda: None,
    "apostrophe": lambda: {"loss": 0.5, "note": "it's the model's \"best\"", "accuracy": 0.9},
}


def run(parameters):
    return PROGRAMS[parameters["program"]]()


def reports():
    import hypermax_trial
    for step, value in (1, 0.5), (2, 0.25), (5, 0.125):
        hypermax_trial.report(value, step=step)


BEHAVIOURS = {
    "completes": lambda: None,
    "throws": throws,
    "dies": PROGRAMS["kills-itself"],
    "waits": sleep,
    "ignores": ignore_sigterm,
    "spawns": lambda: grandchild(True),
    "reports": reports,
}


def conforming(parameters):
    """What the conformance suite for executors asks of a trial."""
    if parameters["behaviour"] == "notFinite":
        return float("nan")
    BEHAVIOURS[parameters["behaviour"]]()
    return parameters["value"]
