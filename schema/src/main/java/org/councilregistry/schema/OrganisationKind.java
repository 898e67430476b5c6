package org.councilregistry.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of body an organisation is. */
public enum OrganisationKind {
    /** Unitary. */
    @JsonProperty("unitary")
    UNITARY,
    /** County. */
    @JsonProperty("county")
    COUNTY,
    /** Non metropolitan district. */
    @JsonProperty("non-metropolitan-district")
    NON_METROPOLITAN_DISTRICT,
    /** Metropolitan district. */
    @JsonProperty("metropolitan-district")
    METROPOLITAN_DISTRICT,
    /** London borough. */
    @JsonProperty("london-borough")
    LONDON_BOROUGH,
    /** City corporation. */
    @JsonProperty("city-corporation")
    CITY_CORPORATION,
    /** Combined authority. */
    @JsonProperty("combined-authority")
    COMBINED_AUTHORITY,
    /** Combined county authority. */
    @JsonProperty("combined-county-authority")
    COMBINED_COUNTY_AUTHORITY,
    /** Greater london authority. */
    @JsonProperty("greater-london-authority")
    GREATER_LONDON_AUTHORITY,
    /** Scottish unitary. */
    @JsonProperty("scottish-unitary")
    SCOTTISH_UNITARY,
    /** Welsh unitary. */
    @JsonProperty("welsh-unitary")
    WELSH_UNITARY,
    /** Northern ireland district. */
    @JsonProperty("northern-ireland-district")
    NORTHERN_IRELAND_DISTRICT,
    /** Fire. */
    @JsonProperty("fire")
    FIRE,
    /** Police. */
    @JsonProperty("police")
    POLICE,
    /** National park. */
    @JsonProperty("national-park")
    NATIONAL_PARK,
    /** Town or parish. */
    @JsonProperty("town-or-parish")
    TOWN_OR_PARISH,
    /** Joint authority. */
    @JsonProperty("joint-authority")
    JOINT_AUTHORITY,
    /** Council company. */
    @JsonProperty("council-company")
    COUNCIL_COMPANY,
    /** Housing provider. */
    @JsonProperty("housing-provider")
    HOUSING_PROVIDER,
    /** A body of the National Health Service. */
    @JsonProperty("nhs")
    NHS,
    /** Education. */
    @JsonProperty("education")
    EDUCATION,
    /** Voluntary. */
    @JsonProperty("voluntary")
    VOLUNTARY,
    /** A partnership of councils, such as a shared service. */
    @JsonProperty("partnership")
    PARTNERSHIP,
    /** A body that serves all councils. */
    @JsonProperty("sector-body")
    SECTOR_BODY,
    /** Central government. */
    @JsonProperty("central-government")
    CENTRAL_GOVERNMENT,
    /** A company; it reads what the public reads. */
    @JsonProperty("supplier")
    SUPPLIER,
    /** Other. */
    @JsonProperty("other")
    OTHER,
    /** A word that this client does not know yet; never sent by the service. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
