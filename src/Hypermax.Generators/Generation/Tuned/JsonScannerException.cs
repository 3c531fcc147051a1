using Hypermax.Generators.Generation.Tuned.Model;

namespace Hypermax.Generators.Generation.Tuned;

/// <summary>Says where a text stopped being a tuned file.</summary>
internal sealed class JsonScannerException(TunedDamage damage) : Exception(damage.Message)
{
    public TunedDamage Damage { get; } = damage;
}
