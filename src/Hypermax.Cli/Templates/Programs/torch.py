"""Trains a network with the parameters of one trial, in PyTorch. Put your own data in the place of load_breast_cancer."""
import hypermax_trial
import torch
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

PASSES = 20


def train(parameters):
    torch.manual_seed(1)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    inputs, targets = load_breast_cancer(return_X_y=True)
    inputs, test_inputs, targets, test_targets = train_test_split(inputs, targets, test_size=0.3, random_state=1, stratify=targets)
    scaler = StandardScaler().fit(inputs)
    learnt = TensorDataset(torch.tensor(scaler.transform(inputs), dtype=torch.float32), torch.tensor(targets, dtype=torch.float32))
    test_inputs = torch.tensor(scaler.transform(test_inputs), dtype=torch.float32, device=device)
    test_targets = torch.tensor(test_targets, dtype=torch.float32, device=device)

    model = network(inputs.shape[1], parameters).to(device)
    optimizer = optimizer_of(model, parameters)
    criterion = nn.BCEWithLogitsLoss()
    for step in range(PASSES):
        model.train()
        for values, wanted in DataLoader(learnt, batch_size=parameters["batch_size"], shuffle=True):
            optimizer.zero_grad()
            criterion(model(values.to(device))[:, 0], wanted.to(device)).backward()
            optimizer.step()
        model.eval()
        with torch.no_grad():
            found = model(test_inputs)[:, 0]
        # A pruner may end the trial here.
        loss = criterion(found, test_targets).item()
        hypermax_trial.report(loss, step=step)

    return {"loss": loss, "accuracy": ((found > 0) == (test_targets > 0.5)).float().mean().item()}


def network(columns, parameters):
    sizes = [columns, *parameters["layers"]]
    layers = []
    for ins, outs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(ins, outs), nn.ReLU() if parameters["activation"] == "relu" else nn.Tanh(), nn.Dropout(parameters["dropout"])]
    return nn.Sequential(*layers, nn.Linear(sizes[-1], 1))


def optimizer_of(model, parameters):
    choice = parameters["optimizer"]
    common = dict(lr=choice["learning_rate"], weight_decay=parameters["weight_decay"])
    if choice["$type"] == "sgd":
        return torch.optim.SGD(model.parameters(), momentum=choice["momentum"], **common)
    return torch.optim.AdamW(model.parameters(), **common)
