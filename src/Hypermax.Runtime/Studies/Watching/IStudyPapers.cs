namespace Hypermax.Studies.Watching;

/// <summary>What people write about a study, kept beside its records: texts with names, such as <c>notes.md</c>. No search reads it.</summary>
/// <remarks>Safe to use from several threads and processes at once.</remarks>
internal interface IStudyPapers
{
    /// <summary>Gets a text; empty where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    string Read(string name);

    /// <summary>Gets a text as it was a moment ago, for lists: it costs next to nothing, and is empty where it cannot be read.</summary>
    string Glance(string name);

    /// <summary>Saves a text, an empty one by removing it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="before">What it was when it was read; null to write over whatever there is.</param>
    /// <returns>False when it is not what it was, and nothing was written.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    bool Write(string name, string text, string? before);

    /// <summary>Makes sure that lines can be added to a text that only grows, before something is done of which there has to be a line.</summary>
    /// <exception cref="IOException">They cannot.</exception>
    void RequireGrowing(string name);

    /// <summary>Adds a line to a text that only grows.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Append(string name, string line);

    /// <summary>Gets the last lines of a text that only grows, newest first.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    IReadOnlyList<string> Last(string name, int count);
}
