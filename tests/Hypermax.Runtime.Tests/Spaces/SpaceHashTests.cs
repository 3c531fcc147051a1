using Hypermax.Conformance;
using Hypermax.Spaces;

namespace Hypermax.Tests.Spaces;

/// <summary>A study is recognised by the hash of its space, so it must be the same in every process, release and machine.</summary>
public sealed class SpaceHashTests
{
    [Fact]
    public void Hash_SpacesOfEveryKind_AreThoseThatAnotherProcessWroteDown() => Assert.Equal(
        ["branches c08c605b36f4e9dc", "choices 2dde60733833a180", "finite 56a181775dc0bed6", "laws 0dcbc736549c3e0f", "numbers 53ce922d7f91b021"],
        new[] { SamplerSpaces.Branches, SamplerSpaces.Choices, SamplerSpaces.Finite, SamplerSpaces.Laws, SamplerSpaces.Numbers }.Select(
            space => $"{space.Name} {SpaceJson.Hash(space)}"));
}
