<#-- What stream-app/target/THIRD-PARTY.txt looks like: a library a line, by its coordinates. -->
The ${dependencyMap?size} libraries that Lacuna runs on, with the licences that their POMs offer. Written by the build: not edited by hand.

<#list dependencyMap as entry>
<#assign library = entry.key/>
${library.groupId}:${library.artifactId}:${library.version}
    ${library.name}<#if library.url??>, ${library.url}</#if>
    ${entry.value?join(" or ")}
</#list>
