using Hypermax.Spaces;
using Hypermax.Storage;
using Hypermax.Storage.InMemory;
using Hypermax.Storage.Journal;

namespace Hypermax.Runtime.Tests.Storage;

/// <summary>Studies by the addresses of their stores, in a program without the package of databases.</summary>
public sealed class StudyStoresTests : IDisposable
{
    private static readonly SearchSpace Space = new("Line", [new NumericParameter("x", Law.Uniform, 0, 10)]);

    private readonly string _folder = Directory.CreateTempSubdirectory("hypermax-stores-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Create_Folder_EachStudyHasOneThereAndProcessesShareIt()
    {
        using Study first = Study.Create(Space, At(_folder, "team/one"));
        using Study again = Study.Create(Space, At(_folder, "team/one"));
        using Study other = Study.Create(Space, At(_folder, "two"));
        first.Tell(first.Ask()!, 1);
        again.Tell(again.Ask()!, 2);

        Assert.Equal(Path.Combine(_folder, "team", "one"), first.Folder);
        Assert.Equal([1, 2], first.Trials.Select(trial => trial.Value));
        Assert.Equal("team/one", first.Name);
        Assert.Equal(ProposalOrder.Arrival, first.Header.Order);
        Assert.Empty(other.Trials);
    }

    [Fact]
    public void Create_FolderWasRenamed_GoesOnUnderTheNewName()
    {
        using (Study study = Study.Create(Space, At(_folder, "before")))
        {
            study.Tell(study.Ask()!, 1);
        }

        Directory.Move(Path.Combine(_folder, "before"), Path.Combine(_folder, "after"));
        using Study renamed = Study.Create(Space, At(_folder, "after"));

        Assert.Single(renamed.Trials);
    }

    [Fact]
    public void Create_AnotherSpaceUnderTheName_IsRefused()
    {
        Study.Create(Space, At(_folder, "one")).Dispose();
        SearchSpace other = new("Line", [new NumericParameter("x", Law.Uniform, 0, 11)]);

        Assert.Contains("space", Assert.Throws<StudyMismatchException>(() => Study.Create(other, At(_folder, "one"))).Differences.Select(found => found.Name));
    }

    [Theory]
    [InlineData("gopher://ann:secret@x/y", "'gopher://' is no kind of store")]
    [InlineData("postgres://ann:secret@x/y", "dotnet add package Hypermax.PostgreSql")]
    [InlineData("host=x dbname=y password=secret", "dotnet add package Hypermax.PostgreSql")]
    [InlineData(" ", "is an empty text")]
    public void Create_NoSuchStore_SaysWhatThereIsAndNoPassword(string address, string expected)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => Study.Create(Space, At(address, "one")));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", $"{At(address, "one")} {new StoreRequest { Address = address, Study = "one" }}", StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Assert.ThrowsAny<Exception>(() => StudyStores.Open(new StoreRequest { Address = address, Study = "a" })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Create_WhatOnlyOneProcessMayDo_IsRefused()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Study.Create(Space, At(_folder, "one") with { Store = new InMemoryStore(), SpaceChange = SpaceChangePolicy.Migrate }));

        Assert.Contains("'StoreAddress' stands beside a Store", error.Message, StringComparison.Ordinal);
        Assert.Contains("'SpaceChange' changes trials that others use", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Add_KindOfStore_IsAskedWithTheStudyAndOwned()
    {
        StoreRequest? asked = null;
        StudyStores.Add("test-memory", request =>
        {
            asked = request;
            return new InMemoryStore();
        });

        using Study study = Study.Create(Space, At("TEST-MEMORY://somewhere", "one") with { Folder = _folder });

        Assert.Equal(("TEST-MEMORY://somewhere", "one", _folder), (asked!.Address, asked.Study, asked.Folder));
        Assert.False(File.Exists(Path.Combine(_folder, JournalStore.FileName)));
        Assert.Throws<ArgumentException>(() => StudyStores.Add("no scheme://", _ => new InMemoryStore()));
    }

    private static StudyOptions At(string address, string name) => new() { StoreAddress = address, Name = name, Method = "random" };
}
