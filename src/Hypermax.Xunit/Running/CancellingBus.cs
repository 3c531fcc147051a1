using Xunit.Abstractions;
using Xunit.Sdk;

namespace Hypermax.Xunit.Running;

/// <summary>Hands messages on, and ends the run as soon as nobody wants more: a search says where it stands, and so hears of it.</summary>
/// <param name="inner">Takes the messages; not disposed of here.</param>
/// <param name="stop">Ends the run.</param>
internal sealed class CancellingBus(IMessageBus inner, CancellationTokenSource stop) : IMessageBus
{
    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (inner.QueueMessage(message))
        {
            return true;
        }

        stop.Cancel();
        return false;
    }

    public void Dispose()
    {
    }
}
