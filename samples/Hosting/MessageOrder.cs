namespace Hosting;

/// <summary>Which waiting messages are written first.</summary>
public enum MessageOrder
{
    /// <summary>Those that wait longest.</summary>
    OldestFirst,

    /// <summary>Those that came last, whose senders still wait.</summary>
    NewestFirst,
}
