using System.CommandLine;
using Hypermax.Folder;
using Hypermax.Stores;
using Hypermax.Usage;

namespace Hypermax.Db;

/// <summary>The verb <c>hypermax db</c>: looks after studies that a database keeps.</summary>
internal static class DbCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("db", "Looks after the studies that a PostgreSQL database keeps.")
    {
        Verb("migrate", "Makes or updates the schema, as the owner of the database.", DbVerbs.Migrate),
        Verb("status", "Says which version of the schema a database has, and how much is in it.", DbVerbs.Status),
        Verb("list", "Lists the studies of a database with their trials and workers.", DbVerbs.List),
        Copy(),
        Remove(),
    };

    private static Command Verb(string name, string description, Func<string, bool, TextWriter, int> run)
    {
        Argument<string> address = Address("address");
        Option<bool> json = JsonOutput.Option();
        Command command = new(name, description) { address, json };
        command.SetAction(parsed => Guard(
            () => run(parsed.GetRequiredValue(address), parsed.GetValue(json), VisibleWriter.Output(parsed.GetValue(json))), parsed.GetRequiredValue(address)));
        return command;
    }

    private static Command Copy()
    {
        Argument<string> from = new("from") { Description = "The folder of a study, or the address of a database." };
        Argument<string> to = new("to") { Description = "A new folder, or the address of a database." };
        Option<string?> study = new("--study") { Description = "The name of the study in the database that it comes from." };
        Option<string?> name = new("--name") { Description = "Another name for the copy." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("copy", "Copies a study between a folder and a database, record by record; never over another one.")
        {
            from, to, study, name, json,
        };
        command.SetAction(parsed => Guard(
            () => DbCopy.Run(
                parsed.GetRequiredValue(from),
                parsed.GetRequiredValue(to),
                parsed.GetValue(study),
                parsed.GetValue(name),
                parsed.GetValue(json),
                VisibleWriter.Output(parsed.GetValue(json))),
            parsed.GetRequiredValue(from),
            parsed.GetRequiredValue(to)));
        return command;
    }

    private static Command Remove()
    {
        Argument<string> address = Address("address");
        Argument<string> study = new("study") { Description = "The name of the study." };
        Option<bool> force = new("--force") { Description = "Although workers are at it; they then end with an error." };
        Option<bool> json = JsonOutput.Option();
        Command command = new("remove", "Removes a study from a database, with all its trials.") { address, study, force, json };
        command.SetAction(parsed => Guard(
            () => DbVerbs.Remove(
                parsed.GetRequiredValue(address),
                parsed.GetRequiredValue(study),
                parsed.GetValue(force),
                parsed.GetValue(json),
                VisibleWriter.Output(parsed.GetValue(json))),
            parsed.GetRequiredValue(address)));
        return command;
    }

    private static Argument<string> Address(string name) => new(name)
    {
        Description = "postgres://user@host:port/database; what it leaves out comes from PGHOST and its like, a password from ~/.pgpass or PGPASSWORD.",
    };

    private static int Guard(Func<int> run, params IEnumerable<string> addresses) => FileTrouble.Guard(
        () =>
        {
            SeenPassword.Warn(addresses, Console.Error);
            return run();
        },
        Console.Error);
}
