"""Trains {{class}} with the parameters of one trial. Put your own data in the place of {{loader}}."""
from {{module}} import {{class}}
{{imports}}from sklearn.datasets import {{loader}}
from sklearn.model_selection import cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

# What is the same in every trial.
FIXED = dict({{fixed}})


def train(parameters):
    inputs, targets = {{loader}}(return_X_y=True)
    model = {{model}}
    scores = cross_validate(model, inputs, targets, cv=3, scoring="{{scoring}}")
    score = scores["test_score"].mean()
    return {"loss": {{loss}}, "time": scores["fit_time"].sum()}


def flat(parameters):
    """{"kernel": {"$type": "rbf", "gamma": 1}}, a choice between branches, is kernel="rbf", gamma=1."""
    found = {}
    for name, value in parameters.items():
        if isinstance(value, dict):
            found[name] = value["$type"]
            found.update((key, part) for key, part in value.items() if key != "$type")
        else:
            found[name] = value
    return found
