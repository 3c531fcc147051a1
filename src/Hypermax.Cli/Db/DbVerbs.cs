using System.Globalization;
using System.Text.Json;
using Hypermax.Errors;
using Hypermax.Folder;
using Hypermax.PostgreSql.Administration;
using Hypermax.PostgreSql.Schema;

namespace Hypermax.Db;

/// <summary>What the verbs of databases do and write.</summary>
internal static class DbVerbs
{
    /// <summary>Makes or updates the schema.</summary>
    public static int Migrate(string address, bool isJson, TextWriter output)
    {
        using PostgresDatabase database = PostgresDatabase.Open(address);
        int before = database.Migrate();
        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteString("database", database.Address);
                writer.WriteNumber("before", before);
                writer.WriteNumber("version", Migrations.Newest);
            })
            : before == Migrations.Newest
                ? FormattableString.Invariant($"{database.Address} has version {before} of the schema already")
                : FormattableString.Invariant($"{database.Address}: version {before} of the schema became {Migrations.Newest}"));
        return ExitCodes.Done;
    }

    /// <summary>Says what a database has.</summary>
    public static int Status(string address, bool isJson, TextWriter output)
    {
        using PostgresDatabase database = PostgresDatabase.Open(address);
        int version = database.Version();
        IReadOnlyList<StudySummary> studies = version == Migrations.Newest ? database.Studies() : [];
        output.WriteLine(isJson
            ? JsonOutput.Write(writer =>
            {
                writer.WriteString("database", database.Address);
                writer.WriteNumber("version", version);
                writer.WriteNumber("newest", Migrations.Newest);
                writer.WriteNumber("studies", studies.Count);
                writer.WriteNumber("records", studies.Sum(study => study.Records));
                writer.WriteNumber("workers", studies.Sum(study => study.Workers));
            })
            : Words(database, version, studies));
        return version == Migrations.Newest ? ExitCodes.Done : ExitCodes.Failed;
    }

    /// <summary>Lists studies.</summary>
    public static int List(string address, bool isJson, TextWriter output)
    {
        using PostgresDatabase database = PostgresDatabase.Open(address);
        IReadOnlyList<StudySummary> studies = database.Studies();
        if (isJson)
        {
            output.WriteLine(JsonOutput.Write(writer =>
            {
                writer.WriteString("database", database.Address);
                writer.WriteStartArray("studies");
                foreach (StudySummary study in studies)
                {
                    writer.WriteStartObject();
                    Write(writer, study);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }));
            return ExitCodes.Done;
        }

        foreach (StudySummary study in studies)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{study.Name}: {study.Finished} finished and {study.Running} unfinished trials, ")
                + $"{WorkersOf(study)}, begun {study.Created.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC");
        }

        if (studies.Count == 0)
        {
            output.WriteLine($"{database.Address} has no studies");
        }

        return ExitCodes.Done;
    }

    /// <summary>Removes a study.</summary>
    public static int Remove(string address, string name, bool isForced, bool isJson, TextWriter output)
    {
        using PostgresDatabase database = PostgresDatabase.Open(address);
        StudySummary study = database.Remove(name, isForced);
        output.WriteLine(isJson
            ? JsonOutput.Write(writer => Write(writer, study))
            : $"removed study '{study.Name}' with {Counted.Of(study.Finished + study.Running, "trial")} from {database.Address}");
        return ExitCodes.Done;
    }

    private static string WorkersOf(StudySummary study) => Counted.Of(study.Workers, "worker")
        + (study.Silent > 0 ? FormattableString.Invariant($" ({study.Silent} without a sign of life for half its lease)") : string.Empty);

    private static string Words(PostgresDatabase database, int version, IReadOnlyList<StudySummary> studies) => version == Migrations.Newest
        ? FormattableString.Invariant($"{database.Address}: version {version} of the schema, {studies.Count} {(studies.Count == 1 ? "study" : "studies")}, ")
            + $"{Counted.Of(studies.Sum(study => study.Records), "record")}, {Counted.Of(studies.Sum(study => study.Workers), "worker")} at work"
        : version == 0
            ? $"{database.Address} has no schema 'hypermax' yet; 'hypermax db migrate' makes it, and so does the first study"
            : FormattableString.Invariant($"{database.Address} has version {version} of the schema and this program {Migrations.Newest}; ")
                + (version < Migrations.Newest ? "'hypermax db migrate' updates it" : "update Hypermax");

    private static void Write(Utf8JsonWriter writer, StudySummary study)
    {
        writer.WriteString("study", study.Name);
        writer.WriteString("created", study.Created.UtcDateTime);
        writer.WriteNumber("finished", study.Finished);
        writer.WriteNumber("unfinished", study.Running);
        writer.WriteNumber("workers", study.Workers);
        writer.WriteNumber("silent", study.Silent);
        writer.WriteNumber("records", study.Records);
    }
}
