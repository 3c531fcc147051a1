"""Runs one function for Hypermax: parameters come as JSON on standard input, the result leaves as one line of JSON.

Usage: bootstrap.py MODULE FUNCTION NUMBER SEED BUDGET ARTIFACTS CHECKPOINT, or bootstrap.py MODULE FUNCTION --check
The first line of standard input is the key that every line of ours begins with, so that nothing else can pass for one.
"""
import importlib
import json
import os
import sys
import traceback
import types

LONGEST_TEXT = 65536
LONGEST_STACK = 32768
DEEPEST = 40


def _private(descriptor):
    """Moves a descriptor out of the way of programs that count on small ones; children do not inherit it."""
    try:
        import fcntl
        return fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 60)
    except (ImportError, OSError):
        return os.dup(descriptor)


# What the model prints, from Python or from native code, goes to standard error and is kept as the log; only this
# private descriptor carries the result.
_key = sys.stdin.buffer.readline().strip()
_result = _private(1)
os.dup2(2, 1)


def _cut(text, most):
    return text if len(text) <= most else "%s … (%d more characters left out)" % (text[:most], len(text) - most)


def _say(describe, most=LONGEST_TEXT):
    """Gets a text from an object of the user's, whose methods may do anything."""
    try:
        return _cut(str(describe()), most)
    except Exception as trouble:
        return "(its text cannot be read: reading it raised %s)" % type(trouble).__name__


def _plain(value, depth=0):
    """Turns what a function returned into what JSON can say: numbers of numerical libraries, bytes, any keys, anything at all."""
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, int):
        return value if -1e15 < value < 1e15 else _float(value)
    if isinstance(value, str):
        return _cut(value, LONGEST_TEXT)
    if isinstance(value, (bytes, bytearray)):
        return _cut(bytes(value[:LONGEST_TEXT + 1]).decode("utf-8", "replace"), LONGEST_TEXT)
    if depth < DEEPEST:
        if isinstance(value, dict):
            return {_say(lambda: key, 256): _plain(item, depth + 1) for key, item in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [_plain(item, depth + 1) for item in value]
        for name in ("item", "tolist"):
            try:
                return _plain(getattr(value, name)(), depth + 1)
            except Exception:
                pass
    return _say(lambda: value)


def _float(value):
    try:
        return float(value)
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")


def _send(value):
    line = _key + json.dumps(value).encode("ascii") + b"\n"
    while line:
        line = line[os.write(_result, line):]


def _settle(name):
    """Sends on what was printed; a stream that the model has closed or broken must not change how the process ends."""
    try:
        getattr(sys, name).flush()
    except Exception:
        setattr(sys, name, open(os.devnull, "w"))


def _fail(error):
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((f for f in reversed(frames) if f.filename != __file__ and not f.filename.startswith("<")), None)
    stack = _say(lambda: "".join(traceback.format_exception(type(error), error, error.__traceback__)), LONGEST_STACK)
    said = {"type": type(error).__name__, "message": _say(lambda: error, LONGEST_STACK), "stack": stack}
    if frame is not None:
        said.update(file=frame.filename, line=frame.lineno)
    _settle("stdout")
    _settle("stderr")
    try:
        os.write(2, stack.encode("utf-8", "replace"))
    except OSError:
        pass
    _send({"error": said})
    sys.exit(1)


def _load(module, name):
    sys.path[0] = os.getcwd()  # in place of the folder of this script
    found = importlib.import_module(module)
    if not hasattr(found, name):
        raise AttributeError("module '%s' has no function '%s'" % (module, name))
    return getattr(found, name)


def _trial(number, seed, budget, artifacts, checkpoint):
    trial = types.ModuleType("hypermax_trial", "What the running trial knows of itself.")
    trial.number = int(number)
    trial.seed = int(seed)
    trial.budget = float(budget) if budget else None
    trial.artifacts = artifacts or None
    trial.checkpoint = checkpoint or None
    trial.report = lambda value, step: _send({"step": int(step), "value": float(value)})
    return trial


def _read(name, result):
    """Gets the dictionary that is sent for what the function returned."""
    if not isinstance(result, dict):
        if isinstance(result, (bool, str, bytes, list, tuple)) or result is None:
            raise TypeError("'%s' returned %s; it must return a number or a dictionary with 'loss'" % (name, _say(lambda: repr(result), 200)))
        return {"loss": float(result)}
    if "loss" in result and not isinstance(result["loss"], (bool, str)) and result["loss"] is not None:
        result = dict(result, loss=float(result["loss"]))
    return _plain(result)


def main():
    module, name = sys.argv[1], sys.argv[2]
    try:
        if sys.argv[3:] == ["--check"]:
            # A module may import it at its head; no trial runs, so what it reports goes nowhere.
            sys.modules["hypermax_trial"] = _trial(0, 0, None, None, None)
            sys.modules["hypermax_trial"].report = lambda value, step: None
            if not callable(_load(module, name)):
                raise TypeError("'%s' of module '%s' is not a function" % (name, module))
            _send({"loss": 0})
            return
        parameters = json.loads(sys.stdin.buffer.readline())
        sys.modules["hypermax_trial"] = _trial(*sys.argv[3:8])
        result = _read(name, _load(module, name)(parameters))
        _settle("stdout")
        _settle("stderr")
        _send(result)
    except Exception as error:
        _fail(error)


main()
