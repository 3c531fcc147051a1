namespace Hypermax.Ui;

/// <summary>Where keys come from.</summary>
internal interface IKeys
{
    /// <summary>Gets whether there will be no more, because the terminal is closed.</summary>
    bool IsOver { get; }

    /// <summary>Takes the next key, if one was pressed.</summary>
    bool TryTake(out ConsoleKeyInfo key);

    /// <summary>Waits for a key.</summary>
    void Wait(TimeSpan longest);
}
