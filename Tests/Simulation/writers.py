"""How many people can share one record: exchanges at random times against one remote.

An exchange fetches, merges and sends; whoever sends in between makes it begin anew, three times at
most. One branch for all is set against a branch for each desk of ten with a bot that merges them.
Seconds are of the model: 3 between the fetch and the send, which is slow for a hosted remote.
"""

import heapq
import random


def one_branch(writers, every, between, tries=3, hours=8, seed=1):
    """The share of sends that were overtaken, and of exchanges that gave up."""
    dice = random.Random(seed)
    events = [(dice.expovariate(1 / every), writer, 0, 0.0) for writer in range(writers)]
    heapq.heapify(events)
    last, sends, overtaken, exchanges, gave_up = -1.0, 0, 0, 0, 0
    while events:
        now, writer, tried, began = heapq.heappop(events)
        if now > hours * 3600:
            break
        if tried == 0:
            exchanges += 1
            heapq.heappush(events, (now + between, writer, 1, now))
            continue
        sends += 1
        if last > began:
            overtaken += 1
            if tried < tries:
                heapq.heappush(events, (now + between, writer, tried + 1, now))
                continue
            gave_up += 1
        else:
            last = now
        heapq.heappush(events, (now + dice.expovariate(1 / every), writer, 0, 0.0))
    return overtaken / max(1, sends), gave_up / max(1, exchanges)


def with_bot(writers, every, between, desk=10, round_=60, merge=0.2, hours=8, seed=1):
    """The same for branches of desks, and how long the bot needs for a round of merges."""
    shares = [one_branch(desk, every, between, seed=seed + place) for place in range(20)]
    desks = writers // desk
    changed = desks * (1 - 2.718281828 ** (-round_ * desk / every))
    overtaken, gave_up = (sum(values) / len(values) for values in zip(*shares))
    return overtaken, gave_up, changed * merge


for people in (10, 100, 300, 1000):
    overtaken, gave_up = one_branch(people, 600, 3)
    print(f"one branch, {people} writers: {overtaken:.1%} of sends overtaken, "
          f"{gave_up:.2%} of exchanges give up")
overtaken, gave_up, seconds = with_bot(1000, 600, 3)
print(f"a branch a desk of ten, 1000 writers: {overtaken:.1%} overtaken, {gave_up:.2%} give up, "
      f"the bot merges for {seconds:.0f} s in each minute")
