using System.Text.Json;
using Hypermax.Db;
using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Schema;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
using Hypermax.Stores;
using Hypermax.TestSupport;

namespace Hypermax.Tests.Db;

/// <summary>The verbs of databases, on a server of their own.</summary>
public sealed class DbVerbsTests
{
    private static readonly SearchSpace Space = new("Line", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    [PostgresFact]
    public void Verbs_OfADatabase_MigrateCopyListAndRemove()
    {
        using PostgresServer server = PostgresServer.Start();
        using JournalDirectory work = new();
        string folder = work.Of("Forest");
        using (Study study = Study.Create(Space, new StudyOptions { Folder = folder, Name = "Forest", Method = "random" }))
        {
            study.Tell(study.Ask()!, 0.5);
        }

        Assert.Equal((ExitCodes.Failed, 0), Version(server));
        Assert.Equal(ExitCodes.Done, DbVerbs.Migrate(server.Address, isJson: false, TextWriter.Null));
        Assert.Equal((ExitCodes.Done, Migrations.Newest), Version(server));

        Assert.Equal(ExitCodes.Done, DbCopy.Run(folder, server.Address, study: null, name: "Copied", isJson: false, TextWriter.Null));
        Assert.Throws<PostgresStoreException>(() => DbCopy.Run(folder, server.Address, study: null, name: "Copied", isJson: false, TextWriter.Null));
        StringWriter list = new();
        DbVerbs.List(server.Address, isJson: false, list);
        Assert.StartsWith("Copied: 1 finished and 0 unfinished trials, 0 workers, begun ", list.ToString(), StringComparison.Ordinal);

        string back = work.Of("back");
        Assert.Equal(ExitCodes.Done, DbCopy.Run(server.Address, back, study: null, name: "Forest", isJson: true, TextWriter.Null));
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder, JournalStore.FileName)),
            File.ReadAllText(Path.Combine(back, JournalStore.FileName)));

        Assert.Equal(ExitCodes.Done, DbVerbs.Remove(server.Address, "Copied", isForced: false, isJson: false, TextWriter.Null));
        PostgresStoreException gone = Assert.Throws<PostgresStoreException>(
            () => DbVerbs.Remove(server.Address, "Copied", isForced: false, isJson: false, TextWriter.Null));
        Assert.Contains("has no study 'Copied'", gone.Message, StringComparison.Ordinal);

        using IStudyStore store = StudyStores.Open(new StoreRequest { Address = server.Address, Study = "Another" });
        Assert.True(store.IsShared);
    }

    [PostgresFact]
    public void Remove_StudyThatIsSearched_EndsAsOtherRefusalsDo()
    {
        using PostgresServer server = PostgresServer.Start();
        using Study study = Study.Create(Space, new StudyOptions { StoreAddress = server.Address, Name = "Busy" });
        _ = study.Ask();
        StringWriter errors = new();

        int code = FileTrouble.Guard(() => DbVerbs.Remove(server.Address, "Busy", isForced: false, isJson: false, TextWriter.Null), errors);

        Assert.Contains("is being searched (1 at work)", errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Conflict, code);
    }

    [PostgresFact]
    public void Copy_ThereAndBack_TakesNotesLabelsAndTheRecordOfRequestsAlong()
    {
        using PostgresServer server = PostgresServer.Start();
        using JournalDirectory work = new();
        string folder = work.Of("Forest");
        Study.Create(Space, new StudyOptions { Folder = folder, Name = "Forest", Method = "random" }).Dispose();
        (string Name, string Text)[] papers =
        [
            ("notes.md", "# Plan\nmore *trees*\n"), ("notes/trial_3.md", "why?"), ("dashboard.json", "{\"title\":\"a\"}"),
            ("audit.jsonl", "{\"a\":1}\n{\"b\":2}\n"),
        ];
        Directory.CreateDirectory(Path.Combine(folder, "notes"));
        Array.ForEach(papers, paper => File.WriteAllText(Path.Combine(folder, paper.Name), paper.Text));
        File.WriteAllText(Path.Combine(folder, "notes", "other.md"), "no page shows it");

        StringWriter said = new();
        Assert.Equal(ExitCodes.Done, DbCopy.Run(folder, server.Address, study: null, name: null, isJson: false, said));
        server.Sql("insert into hypermax.paper (study, name, part, text) select id, '../outside.md', 0, 'x' from hypermax.study");
        string back = work.Of("back");
        Assert.Equal(ExitCodes.Done, DbCopy.Run(server.Address, back, study: null, name: null, isJson: false, said));

        Assert.All(papers, paper => Assert.Equal(paper.Text, File.ReadAllText(Path.Combine(back, paper.Name))));
        Assert.Equal(["back", "Forest"], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(back)!).Select(Path.GetFileName).Order());
        Assert.Contains("and 4 texts about it to ", said.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Copy_FolderWhoseStudyADatabaseKeeps_CopiesItFromThereAndNeverIntoSuchAFolder()
    {
        using PostgresServer server = PostgresServer.Start();
        using JournalDirectory work = new();
        StudyOptions options = new() { StoreAddress = server.Address, Name = "Kept" };
        Study.Create(Space, options).Dispose();
        StoreMark.Leave(work.Of("marked"), options);

        Assert.Equal(ExitCodes.Done, DbCopy.Run(work.Of("marked"), work.Of("home"), study: null, name: null, isJson: false, TextWriter.Null));
        IOException refused = Assert.Throws<IOException>(
            () => DbCopy.Run(server.Address, work.Of("marked"), "Kept", name: null, isJson: false, TextWriter.Null));

        Assert.Equal("Kept", JournalSnapshot.Read(work.Of("home")).Header!.Name);
        Assert.Contains("a copy there would be hidden by it", refused.Message, StringComparison.Ordinal);
    }

    private static (int Code, int Version) Version(PostgresServer server)
    {
        StringWriter output = new();
        int code = DbVerbs.Status(server.Address, isJson: true, output);
        using JsonDocument json = JsonDocument.Parse(output.ToString());
        return (code, json.RootElement.GetProperty("version").GetInt32());
    }

    private sealed class JournalDirectory : IDisposable
    {
        private readonly string _root = Directory.CreateTempSubdirectory("hypermax-db-").FullName;

        public string Of(string name) => Path.Combine(_root, name);

        public void Dispose() => Directory.Delete(_root, recursive: true);
    }
}
