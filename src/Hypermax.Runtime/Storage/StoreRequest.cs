using Hypermax.Settings;

namespace Hypermax.Storage;

/// <summary>Which study of a store is to be opened, and by whom.</summary>
public sealed record StoreRequest
{
    /// <summary>Gets the address of the store, which may hold a password; messages show it without.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the name of the study in the store; not empty.</summary>
    public required string Study { get; init; }

    /// <summary>Gets the folder of the study on this machine, for logs and reports; null where nothing is kept on disk.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets the clock. By default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets what is told, in a sentence, that the store has to be waited for and that it is back; called on any thread. By default nothing.</summary>
    public Action<string>? Notice { get; init; }

    /// <summary>Gets which study of which store it is, without a password.</summary>
    public override string ToString() => $"study '{Study}' of {StoreText.Mask(Address)}";
}
