namespace Hypermax.Tune;

/// <summary>Says what it means that the study folder cannot be written to.</summary>
internal static class StoreTrouble
{
    public static string Explain(string study, string folder, Exception error) => error is JournalLostException
        ? $"The search of '{study}' cannot go on: {error.Message}"
        : $"Study '{study}' cannot be kept in '{folder}': {TrialText.FirstLine(error.Message)} Trials told before are safe. Make the folder writable, free disk space, or choose another folder with -p:HypertuneOutput=…; the search then goes on where it stopped.";
}
