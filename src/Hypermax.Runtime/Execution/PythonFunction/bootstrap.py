"""Runs one function for Hypermax: parameters come as JSON on standard input, the result leaves as one line of JSON.

Usage: bootstrap.py MODULE FUNCTION NUMBER SEED BUDGET ARTIFACTS, or bootstrap.py MODULE FUNCTION --check
"""
import importlib
import json
import os
import sys
import traceback
import types

# What the model prints, from Python or from native code, goes to standard error and is kept as the log; only this
# private descriptor carries the result, and children do not inherit it.
_result = os.fdopen(os.dup(1), "w", encoding="utf-8")
os.dup2(2, 1)


def _plain(value):
    """Turns the numbers of numerical libraries into plain ones."""
    for name in ("item", "tolist"):
        if hasattr(value, name):
            return getattr(value, name)()
    return str(value)


def _send(value):
    _result.write(json.dumps(value, default=_plain) + "\n")
    _result.flush()


def _fail(error):
    frames = traceback.extract_tb(error.__traceback__)
    frame = next((f for f in reversed(frames) if f.filename != __file__ and not f.filename.startswith("<")), None)
    sys.stdout.flush()
    traceback.print_exception(type(error), error, error.__traceback__)
    said = {"type": type(error).__name__, "message": str(error), "stack": "".join(traceback.format_exception(type(error), error, error.__traceback__))}
    if frame is not None:
        said.update(file=frame.filename, line=frame.lineno)
    _send({"error": said})
    sys.exit(1)


def _load(module, name):
    sys.path[0] = os.getcwd()  # in place of the folder of this script
    found = importlib.import_module(module)
    if not hasattr(found, name):
        raise AttributeError("module '%s' has no function '%s'" % (module, name))
    return getattr(found, name)


def _trial(number, seed, budget, artifacts):
    trial = types.ModuleType("hypermax_trial", "What the running trial knows of itself.")
    trial.number = int(number)
    trial.seed = int(seed)
    trial.budget = float(budget) if budget else None
    trial.artifacts = artifacts or None
    trial.report = lambda value, step: _send({"step": int(step), "value": float(value)})
    return trial


def main():
    module, name = sys.argv[1], sys.argv[2]
    try:
        if sys.argv[3:] == ["--check"]:
            if not callable(_load(module, name)):
                raise TypeError("'%s' of module '%s' is not a function" % (name, module))
            _send({"loss": 0})
            return
        parameters = json.loads(sys.stdin.readline())
        sys.modules["hypermax_trial"] = _trial(*sys.argv[3:7])
        result = _load(module, name)(parameters)
        if not isinstance(result, dict):
            if isinstance(result, (bool, str, bytes, list, tuple)) or result is None:
                raise TypeError("'%s' returned %r; it must return a number or a dictionary with 'loss'" % (name, result))
            result = {"loss": float(result)}
        elif "loss" in result and not isinstance(result["loss"], (bool, str)) and result["loss"] is not None:
            result = dict(result, loss=float(result["loss"]))
        sys.stdout.flush()
        _send(result)
    except Exception as error:
        _fail(error)


main()
