using Hypermax.Folder;
using Hypermax.Storage.Journal;
using Hypermax.Stores;

namespace Hypermax.Reports;

/// <summary>What the verbs that read study folders share: reading, and saying what went wrong.</summary>
internal static class Folders
{
    /// <summary>Reads the study of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">There is no study.</exception>
    public static JournalSnapshot Read(string folder)
    {
        JournalSnapshot study = StoreMark.Read(folder)?.ReadStudy() ?? JournalSnapshot.Read(folder);
        return study.Header is not null
            ? study
            : throw new IOException($"The journal in '{folder}' is empty; no study has begun there. Name the folder of a study.");
    }

    /// <summary>Runs a verb; what is wrong with its input is said in one line.</summary>
    /// <param name="errors">Where to say it.</param>
    /// <param name="run">The verb; returns its exit code.</param>
    public static int Try(TextWriter errors, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (error is JournalFormatException or StudyInUseException or StudyMismatchException)
        {
            errors.WriteLine($"error: {error.Message}");
            return ExitCodes.Conflict;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"error: {error.Message}");
            return ExitCodes.Environment;
        }
        catch (Exception error) when (error is Import.ImportException or FormatException or NotSupportedException
            or (ArgumentException and not ArgumentOutOfRangeException))
        {
            errors.WriteLine($"error: {error.Message}");
            return ExitCodes.Usage;
        }
    }

    /// <summary>Tells what was written.</summary>
    /// <param name="outcome">What became of the files.</param>
    /// <param name="folder">Their folder.</param>
    /// <param name="isJson">Whether it is told as an object.</param>
    /// <param name="output">Where to tell what is there.</param>
    /// <param name="errors">Where to tell what is not.</param>
    public static void Tell(ReportOutcome outcome, string folder, bool isJson, TextWriter output, TextWriter errors)
    {
        string[] files = [.. outcome.Written.Select(file => Path.Combine(folder, file))];
        output.Write(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteStartArray("written");
                Array.ForEach(files, writer.WriteStringValue);
                writer.WriteEndArray();
            }) + "\n"
            : string.Concat(files.Select(file => $"{file}\n")));
        foreach (ReportFailure failure in outcome.Failures)
        {
            errors.WriteLine($"error: {failure.Part} could not be written: {failure.Reason}");
        }
    }
}
