using System.Text.Json;
using Hypermax.Db;
using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Schema;
using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.Journal;
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
