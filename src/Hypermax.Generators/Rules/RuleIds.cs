namespace Hypermax.Generators.Rules;

/// <summary>The ids of all rules: HMX0xxx search spaces, HMX1xxx objectives, HMX2xxx tuned files; never used twice.</summary>
internal static class RuleIds
{
    // 00xx: types that are search spaces.
    public const string NotPartial = "HMX0001";
    public const string ContainerNotPartial = "HMX0002";
    public const string BranchNotSealed = "HMX0003";
    public const string NoBranches = "HMX0004";
    public const string DerivedOutside = "HMX0005";
    public const string NotConstructible = "HMX0006";
    public const string Inaccessible = "HMX0007";
    public const string Recursive = "HMX0008";
    public const string NoParameters = "HMX0009";
    public const string NameClash = "HMX0010";
    public const string UnsupportedKind = "HMX0011";
    public const string AmbiguousBranch = "HMX0012";
    public const string UnreachableBranch = "HMX0013";
    public const string TwoDefaultBranches = "HMX0014";
    public const string SharedRedeclared = "HMX0015";
    public const string LanguageTooOld = "HMX0016";

    // 01xx: laws of numbers.
    public const string BoundsReversed = "HMX0101";
    public const string NotFinite = "HMX0102";
    public const string BadStep = "HMX0103";
    public const string StepDoesNotFit = "HMX0104";
    public const string DefaultOutside = "HMX0105";
    public const string FractionOnInteger = "HMX0106";
    public const string LogFromZero = "HMX0107";
    public const string OutsideType = "HMX0108";
    public const string BadDeviation = "HMX0109";
    public const string DefaultOffGrid = "HMX0110";
    public const string BadCount = "HMX0111";
    public const string BadProbability = "HMX0112";

    // 02xx: choices.
    public const string NoChoices = "HMX0201";
    public const string DuplicateChoice = "HMX0202";
    public const string ChoiceOfOtherType = "HMX0203";
    public const string DefaultNotAChoice = "HMX0204";
    public const string WeightCount = "HMX0205";
    public const string BadWeight = "HMX0206";
    public const string WeightSum = "HMX0207";

    // 03xx: parameters, their types and their attributes.
    public const string WrongType = "HMX0301";
    public const string UnsupportedType = "HMX0302";
    public const string MissingLaw = "HMX0303";
    public const string TwoLaws = "HMX0304";
    public const string OutsideSpace = "HMX0305";
    public const string MissingLength = "HMX0306";
    public const string LengthOnScalar = "HMX0307";
    public const string BadLength = "HMX0308";
    public const string NotSettable = "HMX0309";
    public const string BadConverter = "HMX0310";
    public const string BadFormerName = "HMX0311";
    public const string BadFixedValue = "HMX0312";
    public const string NoEffect = "HMX0313";
    public const string BadUnit = "HMX0314";
    public const string BadName = "HMX0315";
    public const string UnknownLaw = "HMX0316";

    // 04xx: relations between parameters.
    public const string UnknownRelative = "HMX0401";
    public const string IncomparableRelative = "HMX0402";
    public const string RelationCycle = "HMX0403";
    public const string ImpossibleRelation = "HMX0404";
    public const string BadSum = "HMX0405";
    public const string BadPredicate = "HMX0406";
    public const string DefaultsBreakRelation = "HMX0407";

    // 05xx: code that uses values of a space.
    public const string SwitchMissesBranch = "HMX0501";

    // 10xx: declarations of objectives.
    public const string ObjectiveReturn = "HMX1001";
    public const string ObjectiveParameters = "HMX1002";
    public const string ObjectiveNotStatic = "HMX1003";
    public const string ObjectiveGeneric = "HMX1004";
    public const string ObjectiveInaccessible = "HMX1005";
    public const string ObjectiveSpace = "HMX1006";
    public const string DuplicateStudy = "HMX1007";
    public const string BadSetting = "HMX1008";
    public const string UnknownMethod = "HMX1009";
    public const string BadStudyName = "HMX1010";
    public const string BadFidelity = "HMX1020";

    // 11xx: code inside objectives.
    public const string UnseededRandom = "HMX1101";
    public const string Clock = "HMX1102";
    public const string NewGuid = "HMX1103";
    public const string TokenUnused = "HMX1104";

    // 12xx: searches and checks in tests.
    public const string TestReturn = "HMX1201";
    public const string TestParameters = "HMX1202";
    public const string TestGeneric = "HMX1203";
    public const string TestSpace = "HMX1204";
    public const string TestResult = "HMX1205";
    public const string TestStudy = "HMX1206";
    public const string TestTwice = "HMX1207";
    public const string TestNumber = "HMX1208";
    public const string TestUntuned = "HMX1209";

    // 13xx: results of objectives.
    public const string FigureDirections = "HMX1301";
    public const string FigureType = "HMX1302";
    public const string ResultWithoutObjective = "HMX1303";
    public const string ConstraintBounds = "HMX1304";
    public const string FigureNames = "HMX1305";
    public const string TooManyObjectives = "HMX1306";
    public const string FigureUnreadable = "HMX1307";

    // 20xx: tuned files.
    public const string StaleTunedFile = "HMX2001";
    public const string DamagedTunedFile = "HMX2002";
    public const string UnknownStudy = "HMX2003";
    public const string NewerTunedFile = "HMX2004";
    public const string DuplicateTunedFile = "HMX2005";
    public const string ConflictedTunedFile = "HMX2006";
}
