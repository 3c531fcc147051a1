using System.Globalization;

namespace Hypermax.Studies.Guiding;

/// <summary>The folder in which people leave requests for a running search, and find its answers; see docs/formats/guide.md.</summary>
/// <remarks>Every file appears whole, by renaming; whoever renames a request has it.</remarks>
internal static class GuideBox
{
    /// <summary>The name of the box in the folder of a study.</summary>
    public const string Name = "guide";

    private const string Request = ".request.json";
    private const string Taken = ".taken.json";
    private const string Answer = ".answer.json";
    private const string Notice = ".notice.json";
    private const string Half = ".half";

    /// <summary>Gets the box of a study.</summary>
    public static string Of(string folder) => Path.Combine(folder, Name);

    /// <summary>Leaves a request.</summary>
    /// <returns>Its id.</returns>
    public static string Put(string folder, GuideRequest request)
    {
        string box = Directory.CreateDirectory(Of(folder)).FullName;
        string id = string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyyMMdd'T'HHmmssfffffff}-{Guid.NewGuid():N}");
        Write(Path.Combine(box, id + Request), request.ToJson());
        return id;
    }

    /// <summary>Takes a request back; false when somebody has it already.</summary>
    public static bool Withdraw(string folder, string id) => TryTake(Path.Combine(Of(folder), id + Request)) is { } taken && Remove(taken);

    /// <summary>Takes the answer to a request, or null while there is none.</summary>
    public static GuideAnswer? TakeAnswer(string folder, string id)
    {
        string path = Path.Combine(Of(folder), id + Answer);
        if (!File.Exists(path))
        {
            return null;
        }

        GuideAnswer answer = GuideAnswer.Read(File.ReadAllText(path));
        Remove(path);
        return answer;
    }

    /// <summary>Answers all requests that wait, in the order in which they were left.</summary>
    public static void AnswerAll(string folder, Func<string, GuideAnswer> answer)
    {
        string box = Of(folder);
        if (!Directory.Exists(box))
        {
            return;
        }

        foreach (string path in Directory.GetFiles(box, "*" + Request).Order(StringComparer.Ordinal))
        {
            // Another process may be faster.
            if (TryTake(path) is { } taken)
            {
                GuideAnswer said = answer(File.ReadAllText(taken));
                if (said.IsForOthers)
                {
                    File.Move(taken, path);
                    continue;
                }

                Write(path[..^Request.Length] + Answer, said.ToJson());
                Remove(taken);
            }
        }
    }

    /// <summary>Leaves word for all processes that search the study; words are numbered, so that all of them hear them in one order.</summary>
    public static void Announce(string folder, string text)
    {
        string half = Path.Combine(Of(folder), $"{Guid.NewGuid():N}{Half}");
        File.WriteAllText(half, text);
        for (int number = LastNotice(folder) + 1; ; number++)
        {
            try
            {
                File.Move(half, NoticeOf(folder, number));
                return;
            }
            catch (IOException) when (File.Exists(NoticeOf(folder, number)))
            {
                // Another process had something to say too.
            }
        }
    }

    /// <summary>Gets the number of the last word; 0 where there is none.</summary>
    public static int LastNotice(string folder) => Notices(folder).DefaultIfEmpty().Max();

    /// <summary>Gets the words after a number, in order.</summary>
    public static IEnumerable<(long Number, string Text)> NoticesAfter(string folder, long heard) => Notices(folder)
        .Where(number => number > heard)
        .Order()
        .Select(number => ((long)number, File.ReadAllText(NoticeOf(folder, number))));

    /// <summary>Removes what others left behind: answers that nobody fetched, requests that a search died over, and the box when it is empty.</summary>
    public static void Tidy(string folder)
    {
        string box = Of(folder);
        if (!Directory.Exists(box))
        {
            return;
        }

        DateTime longAgo = TimeProvider.System.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(10);
        string last = NoticeOf(folder, LastNotice(folder));
        foreach (string path in Directory.GetFiles(box).Where(path => IsLeftover(path) && path != last && File.GetLastWriteTimeUtc(path) < longAgo))
        {
            Remove(path);
        }
    }

    private static string NoticeOf(string folder, int number) => Path.Combine(Of(folder), string.Create(CultureInfo.InvariantCulture, $"{number:D6}{Notice}"));

    // The last one stays, or numbers would begin again.
    private static IEnumerable<int> Notices(string folder) => !Directory.Exists(Of(folder)) ? [] : Directory.GetFiles(Of(folder), "*" + Notice)
        .Select(path => int.TryParse(Path.GetFileName(path)[..^Notice.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0);

    private static bool IsLeftover(string path) =>
        path.EndsWith(Taken, StringComparison.Ordinal) || path.EndsWith(Answer, StringComparison.Ordinal)
        || path.EndsWith(Notice, StringComparison.Ordinal) || path.EndsWith(Half, StringComparison.Ordinal);

    private static string? TryTake(string path)
    {
        string taken = path[..^Request.Length] + Taken;
        try
        {
            File.Move(path, taken);
            return taken;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static void Write(string path, string text)
    {
        File.WriteAllText(path + Half, text);
        File.Move(path + Half, path);
    }

    private static bool Remove(string path)
    {
        File.Delete(path);
        return true;
    }
}
