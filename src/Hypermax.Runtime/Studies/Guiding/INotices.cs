namespace Hypermax.Studies.Guiding;

/// <summary>Word for every process that searches a study: requests with growing numbers, so that all hear them in one order.</summary>
/// <remarks>Safe to use from several threads and processes at once.</remarks>
internal interface INotices
{
    /// <summary>Gets how often it is worth looking for new ones; zero where a look costs next to nothing.</summary>
    TimeSpan Every { get; }

    /// <summary>Gets the number of the last word; 0 where there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    long Last();

    /// <summary>Gets the words after a number, in order.</summary>
    /// <param name="heard">The number of the last one known.</param>
    /// <exception cref="IOException">They cannot be read.</exception>
    IReadOnlyList<(long Number, string Text)> After(long heard);

    /// <summary>Leaves word.</summary>
    /// <param name="text">A request; see docs/formats/guide.md.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Announce(string text);

    /// <summary>Says how many trials the study is to have as this process knows it, for those who watch. By default nothing is kept.</summary>
    /// <param name="trials">The trials.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    void Plan(int trials)
    {
    }
}
