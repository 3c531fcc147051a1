namespace Hypermax.Fronts.Choosing;

/// <summary>A choice that cannot be understood, or that no trial fits; the message is for people.</summary>
internal sealed class ChoiceException(string message) : FormatException(message);
