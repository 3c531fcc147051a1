namespace Hypermax.Storage;

/// <summary>Opens the stores of a package; made by the name of its type, so that nothing but a reference to the package is needed.</summary>
internal interface IStoreOpener
{
    /// <summary>Opens the store of a study.</summary>
    IStudyStore Open(StoreRequest request);
}
