using System.Security.Cryptography;
using System.Text;
using Hypermax.Execution.Usages;
using Hypermax.Studies.Guiding;

namespace Hypermax.Studies.Watching;

/// <summary>Where a study is, and what can be done with it from outside.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
/// <param name="key">What identifies it among all studies, such as the full path of its folder.</param>
/// <param name="title">What people call the place, such as its path below the folder that was named.</param>
internal abstract class StudyPlace(string key, string title)
{
    /// <summary>Gets what identifies it among all studies; it may say where the place is, and is for no page.</summary>
    public string Key => key;

    /// <summary>Gets what people call the place.</summary>
    public string Title => title;

    /// <summary>Gets a short name for addresses, from which nobody learns where the place is; the same in every process.</summary>
    public string Id { get; } = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 0, 8).ToLowerInvariant();

    /// <summary>Gets its folder, or null where the study is not kept in one.</summary>
    public virtual string? Folder => null;

    /// <summary>Gets the words by which commands such as <c>hypermax guide</c> name the study; a password is not among them.</summary>
    public abstract IReadOnlyList<string> CommandWords { get; }

    /// <summary>Gets what people may do at this moment.</summary>
    public abstract StudyMeans Means { get; }

    /// <summary>Gets what people write about the study.</summary>
    public abstract IStudyPapers Papers { get; }

    /// <summary>Gets what its running trials use, as its store tells it; null where only its folder does.</summary>
    public virtual IUsageLook? Usages => null;

    /// <summary>Begins to follow the study.</summary>
    /// <exception cref="IOException">It is not there any more.</exception>
    public abstract IStudyFeed Follow();

    /// <summary>Asks something of those who search the study, or of those who will.</summary>
    /// <param name="request">One of the actions of <see cref="Means"/>; any other is refused in the answer.</param>
    /// <param name="wait">How long the answer may take.</param>
    /// <returns>The answer, and what became of the request.</returns>
    /// <exception cref="IOException">It could not be recorded.</exception>
    /// <exception cref="JournalFormatException">The study cannot be read.</exception>
    public abstract (GuideAnswer Answer, GuideEnd End) Ask(GuideRequest request, TimeSpan wait);
}
