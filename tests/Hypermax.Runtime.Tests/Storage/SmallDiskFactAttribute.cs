namespace Hypermax.Tests.Storage;

/// <summary>A test that needs a <see cref="SmallDisk"/>; skipped, with the reason, where none can be mounted.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.WhyNot;
}
