namespace Hypermax.Spaces.Changes;

/// <summary>How one parameter differs between two versions of a space.</summary>
public enum SpaceChangeKind
{
    /// <summary>The parameter is new.</summary>
    Added,

    /// <summary>The parameter is gone.</summary>
    Removed,

    /// <summary>The parameter has another name and lists the old one among its former names.</summary>
    Renamed,

    /// <summary>The bounds reach further than before; every old value is still one.</summary>
    Widened,

    /// <summary>The bounds exclude values that were possible before.</summary>
    Narrowed,

    /// <summary>A choice is new.</summary>
    ChoiceAdded,

    /// <summary>A choice is gone.</summary>
    ChoiceRemoved,

    /// <summary>The law, the scale, the step or the weights differ; old values keep their meaning.</summary>
    LawChanged,

    /// <summary>The parameter holds values of another type; old values are kept where they can be read as the new type.</summary>
    TypeChanged,

    /// <summary>The parameter exists under other conditions.</summary>
    ConditionsChanged,

    /// <summary>The relations between parameters differ.</summary>
    RelationsChanged,
}
