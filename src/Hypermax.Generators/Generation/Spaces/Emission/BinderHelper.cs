using Hypermax.Generators.Writing;

namespace Hypermax.Generators.Generation.Spaces.Emission;

/// <summary>A pair of methods that bind and unbind one part of a type.</summary>
/// <param name="Name">What the names of the methods end in.</param>
internal abstract record BinderHelper(string Name)
{
    public abstract void Emit(CodeWriter writer, BinderHelpers helpers);
}
