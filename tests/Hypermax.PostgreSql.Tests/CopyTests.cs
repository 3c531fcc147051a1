using Hypermax.PostgreSql.Administration;
using Hypermax.Storage.Journal;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

public sealed class CopyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-copy-").FullName;

    [PostgresFact]
    public void Copy_IntoADatabaseAndBack_KeepsEveryLine()
    {
        string from = Path.Combine(_folder, "from");
        using (Study study = Study.Create(Searches.Space, new StudyOptions { Folder = from, Trials = 20, Name = "copied" }))
        {
            for (int i = 0; i < 5; i++)
            {
                Trial trial = study.Ask()!;
                study.Report(trial.Number, new TrialReport(1, double.NaN));
                study.Tell(trial, Searches.Value(trial.Point));
            }

            study.Ask();
        }

        string to = Path.Combine(_folder, "to");
        using PostgresDatabase database = PostgresDatabase.Open(Servers.Shared.Address);
        database.Add("copied", CopiedStudy.ReadFolder(from));
        CopiedStudy.OfLines(database.Records("copied"), "the copy").WriteFolder(to);

        Assert.Equal(File.ReadAllLines(Path.Combine(from, JournalStore.FileName)), File.ReadAllLines(Path.Combine(to, JournalStore.FileName)));
        StudySummary summary = Assert.Single(database.Studies("copied"));
        Assert.Equal((5, 1, 0), (summary.Finished, summary.Running, summary.Workers));

        // It goes on there: the trial that ran is taken up first.
        using PostgresStore store = new(Servers.Shared.Address, "copied");
        using Study goesOn = Study.Create(Searches.Space, new StudyOptions { Store = store, Trials = 20 });
        Assert.Equal(5, goesOn.Ask()!.Number);
    }

    [PostgresFact]
    public void Copy_OverAStudy_IsRefused()
    {
        string from = Path.Combine(_folder, "one");
        Study.Create(Searches.Space, new StudyOptions { Folder = from, Name = "twice" }).Dispose();
        CopiedStudy study = CopiedStudy.ReadFolder(from);
        using PostgresDatabase database = PostgresDatabase.Open(Servers.Shared.Address);
        database.Add("twice", study);

        PostgresStoreException error = Assert.Throws<PostgresStoreException>(() => database.Add("twice", study));
        Assert.Contains("has a study 'twice' already", error.Message, StringComparison.Ordinal);
        Assert.Throws<IOException>(() => study.WriteFolder(from));
        database.Add("thrice", study.Named("thrice"));
        using PostgresStore renamed = new(Servers.Shared.Address, "thrice");
        Assert.Equal("thrice", renamed.Header!.Name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
