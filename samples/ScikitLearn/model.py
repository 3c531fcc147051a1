import sklearn.datasets
import sklearn.ensemble
import sklearn.metrics
import sklearn.model_selection
from datetime import datetime


def trainModel(params):
    inputs, outputs = sklearn.datasets.make_hastie_10_2(n_samples=1000, random_state=1)
    inputs, test_inputs, outputs, test_outputs = sklearn.model_selection.train_test_split(
        inputs, outputs, test_size=0.5, random_state=1)

    startTime = datetime.now()

    model = sklearn.ensemble.RandomForestClassifier(n_estimators=params['n_estimators'], random_state=1)
    model.fit(inputs, outputs)
    predicted = model.predict_proba(test_inputs)[:, 1]

    finishTime = datetime.now()

    auc = sklearn.metrics.roc_auc_score(test_outputs, predicted)

    return {"loss": 1 - auc, "time": (finishTime - startTime).total_seconds()}
