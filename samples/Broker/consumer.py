"""A consumer of trials: takes them from a queue of RabbitMQ, evaluates them, and sends back what came of it.

    AMQP_URL=amqp://user:password@host python3 consumer.py [queue]

Copy it and write your own train(). The messages are described in docs/formats/broker.md; this side needs nothing of Hypermax.
Debian: apt-get install python3-pika. Elsewhere: pip install pika.
"""

import json
import os
import socket
import sys
import threading
import time
import traceback

import pika


def train(params, report):
    """What is tuned: gets the parameters as an object, returns the loss, or several as a list."""
    loss = params["x"] ** 2 + params["y"] ** 2
    for step in range(1, 4):
        time.sleep(0.03)  # one epoch
        if report(step, loss + 1 / step):
            return None  # told to stop
    return loss


QUEUE = sys.argv[1] if len(sys.argv) > 1 else "hypermax"
WORKER = f"{socket.gethostname()}/{os.getpid()}"
PERSISTENT = pika.BasicProperties(delivery_mode=2, content_type="application/json")


def connect():
    parameters = pika.URLParameters(os.environ.get("AMQP_URL", "amqp://guest:guest@127.0.0.1"))
    parameters.heartbeat = 10
    return pika.BlockingConnection(parameters)


def wait_for_queue(connection):
    """The search declares the queue; who asks for one that is not there loses the channel, and asks again on another."""
    while True:
        channel = connection.channel()
        try:
            channel.queue_declare(QUEUE, passive=True)
            return channel
        except pika.exceptions.ChannelClosedByBroker:
            connection.sleep(1)


def serve(connection):
    channel = wait_for_queue(connection)
    channel.confirm_delivery()  # each answer is on the broker's disk before the trial is taken off the queue
    channel.basic_qos(prefetch_count=1)
    orders = channel.queue_declare("", exclusive=True).method.queue
    channel.queue_bind(orders, f"{QUEUE}.control")
    running = {}

    def obey(_channel, _method, _properties, body):
        order = json.loads(body)
        trial = running.get("trial")
        same = trial and (order["search"], order["id"]) == (trial["search"], trial["id"])
        if trial and (same or (order["op"] == "begin" and order["search"] != trial["search"])):
            running["stop"] = True

    def take(_channel, method, _properties, body):
        try:
            trial = json.loads(body)
            params = trial["params"]
        except (ValueError, KeyError, TypeError):
            channel.basic_reject(method.delivery_tag, requeue=False)  # the search is told
            return
        running.update(trial=trial, stop=False)
        publish(trial, {"begun": True})
        threading.Thread(target=run, args=(trial, params, method.delivery_tag), daemon=True).start()

    # Trials run beside, so that heartbeats and orders go on; only the connection's own thread may publish.
    def run(trial, params, tag):
        try:
            result = train(params, lambda step, value: say(trial, report={"step": step, "value": value}) or running["stop"])
            end = {"stopped": True} if result is None else {"result": result}
        except Exception as error:  # whatever it is, the search is told and goes on
            end = {"error": {"type": type(error).__name__, "message": str(error), "stack": traceback.format_exc()}}
        connection.add_callback_threadsafe(lambda: finish(trial, tag, end))

    def say(trial, **what):
        connection.add_callback_threadsafe(lambda: publish(trial, what))

    def publish(trial, what):
        answer = {"protocol": 1, "search": trial["search"], "id": trial["id"], "worker": WORKER, **what}
        channel.basic_publish("", f"{QUEUE}.results", json.dumps(answer), PERSISTENT)

    def finish(trial, tag, end):
        running.clear()
        publish(trial, end)
        channel.basic_ack(tag)

    channel.add_on_cancel_callback(lambda _frame: channel.stop_consuming())  # the queue is gone
    channel.basic_consume(orders, obey, auto_ack=True)
    channel.basic_consume(QUEUE, take)
    channel.start_consuming()


def has_ended(connection):
    """The search takes its queue away at its end; where the broker lost it, the search declares it anew at once."""
    connection.sleep(2)
    try:
        connection.channel().queue_declare(QUEUE, passive=True)
        return False
    except pika.exceptions.ChannelClosedByBroker:
        return True


while True:
    try:
        link = connect()
        serve(link)
        if has_ended(link):
            print(f"The search on queue '{QUEUE}' has ended.")
            break
        link.close()
    except pika.exceptions.ProbableAuthenticationError:
        sys.exit("The broker does not let us in: correct the user and the password in AMQP_URL.")
    except (pika.exceptions.AMQPError, OSError) as trouble:
        print(f"The broker is gone ({type(trouble).__name__}); trying again.", file=sys.stderr)
        time.sleep(2)
