using Hypermax.Generators.Tests.Harness;
using Hypermax.TestSupport;

namespace Hypermax.Generators.Tests.Generation.Studies;

public sealed class RegistryEmitterTests
{
    [Fact]
    public void Emit_OneObjective_ReadsAsWrittenByHand() =>
        Golden.Verify(GeneratorRun.Of(Stories.Forest).Sources["Hypermax.Objectives.g.cs"], "cs");
}
