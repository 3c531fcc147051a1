using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.PostgreSql.Administration;
using Hypermax.PostgreSql.Connecting;
using Hypermax.Stores;

namespace Hypermax.Db;

/// <summary>Copies a study between a folder and a database, or between two of either.</summary>
internal static class DbCopy
{
    /// <summary>Copies.</summary>
    /// <param name="from">A folder or an address.</param>
    /// <param name="to">A folder or an address.</param>
    /// <param name="study">The name of the study where it comes from a database; may be null where there is one only.</param>
    /// <param name="name">Another name for the copy, or null.</param>
    /// <param name="isJson">Whether to write JSON.</param>
    /// <param name="output">Takes what is said.</param>
    /// <exception cref="FormatException">A database has several studies and nobody said which.</exception>
    public static int Run(string from, string to, string? study, string? name, bool isJson, TextWriter output)
    {
        CopiedStudy copy = (PostgresAddress.Is(from) ? Read(from, study)
            : StoreMark.Read(from) is { } mark ? Read(mark.OpenAddress, study ?? mark.Study)
            : CopiedStudy.ReadFolder(from)).Named(name);
        string place = to;
        if (PostgresAddress.Is(to))
        {
            using PostgresDatabase database = PostgresDatabase.Open(to);
            database.Add(copy.Header.Name, copy);
            place = database.Address;
        }
        else if (StoreMark.Read(to) is { } kept)
        {
            throw new IOException(
                $"'{to}' is the folder of study '{kept.Study}', which {kept.Address} keeps ({StoreMark.FileName}); a copy there would be hidden by it. "
                + "Name another folder.");
        }
        else
        {
            copy.WriteFolder(to);
        }

        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteString("study", copy.Header.Name);
                writer.WriteString("to", place);
                writer.WriteNumber("trials", copy.Trials.Count);
                writer.WriteNumber("records", copy.Lines.Count);
                writer.WriteNumber("papers", copy.Papers.Count);
                writer.WriteNumber("leftOut", copy.Passed);
            })
            : $"copied study '{copy.Header.Name}' with {Counted.Of(copy.Trials.Count, "trial")}, {Counted.Of(copy.Lines.Count, "record")} and "
                + $"{Counted.Of(copy.Papers.Count, "text")} about it to {place}"
                + (copy.Passed > 0 ? $"; left out {Counted.Of(copy.Passed, "record")} that are damaged or signs of life" : string.Empty));
        return ExitCodes.Done;
    }

    private static CopiedStudy Read(string address, string? study)
    {
        using PostgresDatabase database = PostgresDatabase.Open(address);
        string name = study ?? (database.Studies() is [var only]
            ? only.Name
            : throw new FormatException($"{database.Address} has no study or several; say which with --study NAME, as 'hypermax db list' names them."));
        return database.Copy(name);
    }
}
