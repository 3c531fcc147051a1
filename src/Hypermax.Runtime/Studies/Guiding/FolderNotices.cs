namespace Hypermax.Studies.Guiding;

/// <summary>Word for all who search the study in a folder, as files in its box of requests.</summary>
/// <param name="folder">The folder of the study.</param>
internal sealed class FolderNotices(string folder) : INotices
{
    public TimeSpan Every => TimeSpan.Zero;

    public long Last() => GuideBox.LastNotice(folder);

    public IReadOnlyList<(long Number, string Text)> After(long heard) => [.. GuideBox.NoticesAfter(folder, heard)];

    public void Announce(string text) => GuideBox.Announce(folder, text);
}
