namespace Hypermax.PackageTests.Sandboxes;

/// <summary>Shares one feed between all test classes; real builds run one after the other, for each keeps the cores busy by itself.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackageFeed>
{
    public const string Name = "packages";
}
