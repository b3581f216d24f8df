import random

import numpy as np
import torch

torch.manual_seed(4099)
np.random.seed(5300)
random.seed(16388)

BATCH = 4096
VOCAB = 65535
HIDDEN = 16385

model = torch.nn.Sequential(
    torch.nn.Embedding(VOCAB, 512),
    torch.nn.Linear(512, HIDDEN),
)


def step(n):
    x = torch.randint(0, VOCAB, (BATCH, 16))
    if n == 5000:
        print("checkpoint")
    if n % 16400 == 0:
        torch.save(model.state_dict(), f"step{n}.pt")
    return model(x).mean()


for n in range(16385, 16461):
    step(n)
