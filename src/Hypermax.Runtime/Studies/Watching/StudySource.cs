namespace Hypermax.Studies.Watching;

/// <summary>Where studies come from that are watched from outside.</summary>
/// <remarks>Made by a library of a kind of store, such as <c>PostgresStudies</c> of Hypermax.PostgreSql; folders need none.</remarks>
public abstract class StudySource : IDisposable
{
    /// <summary>Begins with nothing; kinds of sources are Hypermax's own.</summary>
    private protected StudySource()
    {
    }

    /// <summary>Gets what people who look for a study should know, a sentence, such as why the source cannot be read; null when there is nothing.</summary>
    internal virtual string? Notice => null;

    /// <summary>Gets whether it costs next to nothing to find the studies again, however long it takes to reach the source. By default false.</summary>
    internal virtual bool IsQuick => false;

    /// <summary>Finds the studies there are now. Called from one thread at a time.</summary>
    /// <exception cref="IOException">The source cannot be read at the moment.</exception>
    internal abstract IReadOnlyList<StudyPlace> Find();

    /// <summary>Finds a study by its name there; null where there is none. By default studies have no names.</summary>
    /// <exception cref="IOException">The source cannot be read at the moment.</exception>
    internal virtual StudyPlace? Find(string name) => null;

    /// <summary>Lets go of connections; the studies are left as they are.</summary>
    public abstract void Dispose();
}
