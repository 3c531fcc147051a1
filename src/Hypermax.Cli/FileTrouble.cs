namespace Hypermax;

/// <summary>Turns what can go wrong with the files of a verb into one line and an exit code.</summary>
internal static class FileTrouble
{
    public static int Guard(Func<int> run, TextWriter errors)
    {
        try
        {
            return run();
        }
        catch (Exception error)
            when (error is FormatException or NotSupportedException or ArgumentException or FileNotFoundException or DirectoryNotFoundException)
        {
            errors.WriteLine($"hypermax: {error.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception error) when (error is StudyInUseException or JournalFormatException or StudyMismatchException
            or PostgreSql.PostgresStoreException { IsConflict: true })
        {
            errors.WriteLine($"hypermax: {error.Message}");
            return ExitCodes.Conflict;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"hypermax: {error.Message}");
            return ExitCodes.Environment;
        }
    }
}
